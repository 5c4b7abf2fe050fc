/*
 * The tones of a ring, made here: no file is loaded. A browser lets a page sound after the first click or key on it; until
 * then the page asks for one. The choice to be silent is kept in the browser, for all its pages.
 */
import { maySound } from "./streams.js";

const OFF = "rota-desk:sound-off";
const CYCLE = 2.4;

let context = null;
let ready = false;
let playing = null;
let changed = () => {};

export function isOff() {
  return localStorage.getItem(OFF) !== null;
}

export function switchSound() {
  if (isOff()) {
    localStorage.removeItem(OFF);
    start(1);
  } else {
    localStorage.setItem(OFF, "");
    stop();
  }
  changed();
}

/** Whether a click or a key is still needed. */
export function isWaiting() {
  return !ready && "AudioContext" in window;
}

export function isSounding() {
  return playing !== null;
}

export function onChange(tell) {
  changed = tell;
}

/** Rings until stop(), but not longer than this time. */
export function ring(seconds) {
  start(Math.ceil(seconds / CYCLE));
}

/** Sounds twice, briefly. */
export function chime() {
  start(2);
}

export function stop() {
  playing?.end();
}

function start(cycles) {
  stop();
  if (isOff() || !ready) return;
  context.resume();
  const volume = context.createGain();
  volume.gain.value = 0.25;
  volume.connect(context.destination);
  const begin = context.currentTime + 0.02;
  for (let cycle = 0; cycle < cycles; cycle++) {
    [[0, 660], [0.22, 880], [0.5, 660], [0.72, 880]].forEach(([at, pitch]) =>
      tone(volume, pitch, begin + cycle * CYCLE + at));
  }
  const mine = {
    end() {
      clearTimeout(mine.timer);
      volume.disconnect();
      if (playing === mine) {
        playing = null;
        // An idle context costs power.
        context.suspend();
        changed();
      }
    },
    timer: setTimeout(() => mine.end(), cycles * CYCLE * 1000)
  };
  playing = mine;
  changed();
}

function tone(volume, pitch, at) {
  const oscillator = context.createOscillator();
  const shape = context.createGain();
  oscillator.frequency.value = pitch;
  shape.gain.setValueAtTime(0, at);
  shape.gain.linearRampToValueAtTime(1, at + 0.02);
  shape.gain.exponentialRampToValueAtTime(0.01, at + 0.2);
  oscillator.connect(shape).connect(volume);
  oscillator.start(at);
  oscillator.stop(at + 0.21);
}

function becomeReady() {
  if (!ready && context?.state === "running") {
    ready = true;
    context.suspend();
    maySound(true);
    changed();
  }
}

if ("AudioContext" in window) {
  context = new AudioContext();
  context.addEventListener("statechange", becomeReady);
  becomeReady();
  const gesture = () => {
    if (!ready) context.resume().then(becomeReady, () => {});
  };
  ["pointerdown", "pointerup", "keydown", "touchend"].forEach((event) => document.addEventListener(event, gesture, true));
}
// Switched in another tab.
window.addEventListener("storage", (event) => {
  if (event.key === OFF) {
    if (isOff()) stop();
    changed();
  }
});
