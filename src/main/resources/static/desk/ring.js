/*
 * Whoever is rung finds out wherever they are: Tasklist and all desk pages show the same banner, with the caller and the
 * seconds left, sound, change their title and show a notification of the operating system. The server says what rings
 * (/desk/events); when the ring is over, so is all of this, in all tabs.
 */
import "./here.js";
import { ROOT } from "./root.js";
import { isLeader, listen, onLeaderChange } from "./streams.js";
import * as sound from "./sound.js";

const zh = document.documentElement.lang.startsWith("zh");
const TEXTS = zh
  ? {
    open: "打开", seconds: (n) => `还剩 ${n} 秒`, remind: "开启桌面提醒", plain: "本页面不是 https，浏览器不提供桌面提醒",
    on: "铃声：开", off: "铃声：关", ask: "点一下页面任意处，来电时才会响铃。", close: "关闭", link: "查看"
  }
  : {
    open: "Open", seconds: (n) => `${n} s left`, remind: "Turn on desktop notices",
    plain: "No desktop notices: the browser offers them over https only", on: "Sound: on", off: "Sound: off",
    ask: "Click anywhere on the page once, so that it may sound when somebody rings.", close: "Close", link: "Open"
  };

/** A ring that may last longer sounds briefly. */
const LONGEST_SOUND_MS = 60_000;
/** The tasks that have sounded briefly, in any tab; the latest are enough. */
const CHIMED = "rota-desk:chimed";
/** The tasks that followed from what the person did: they know, and may be talking with the caller. */
const OWN = "rota-desk:own";
const REMEMBERED = 50;
/** More notices than these are read on their page. */
const MOST_NOTICES = 4;

let page = { open() {}, isOpen: () => false, take() {}, takes: () => null, heard() {} };
let rings = [];
let sounding = null;
let banner = null;
let titleBefore = null;
let notification = null;

/**
 * @param place the element for the switch of the sound and the way to notifications
 * @param on open(task) opens a task; isOpen(task) says whether it is open; take(task) takes what rings in the open task, and
 *   takes(task) is what that is called, null if nothing; changed({next, again}) is called after each change
 *   of the person's tasks; heard(message) with all other events of the connection; gap() says where the page's head is
 *   empty, as [left, right] in pixels
 */
export function start(place, on) {
  page = { ...page, ...on };
  drawSwitch(place);
  offerNotices(place);
  listen(`${ROOT}/desk/events`, (message) => {
    if (message.event === "tasks") changed(JSON.parse(message.data), message);
    else if (message.event === "notices") readNotices();
    else page.heard(message);
  });
  readNotices();
  onLeaderChange(sounds);
  setInterval(show, 250);
  document.addEventListener("keydown", (event) => {
    // By its place on the keyboard: on a Mac the key types another letter.
    if (event.altKey && !event.ctrlKey && !event.metaKey && event.code === "KeyA" && banner) {
      event.preventDefault();
      // A key that is held down opens the ring, and does not take it too.
      if (!event.repeat) answer();
    }
  }, true);
}

/** @returns {{task: string, name: string, line: string, until: ?number}[]} until by performance.now() */
export function ringing() {
  return rings;
}

/** Shows a short text until it is closed. @param link where to act; may be absent */
export function toast(text, link) {
  const made = element("div", "rota-toast", text);
  made.setAttribute("role", "status");
  if (link) {
    const way = element("a", "", TEXTS.link);
    way.href = link;
    made.append(way);
  }
  const close = element("button", "close", "×");
  close.type = "button";
  close.setAttribute("aria-label", TEXTS.close);
  close.addEventListener("click", () => made.remove());
  made.append(close);
  stack().append(made);
  return made;
}

/* What the person is told: each notice stays until it is read here or elsewhere, or until nobody needs to act any more. */

const told = new Map();
let firstTime = true;

async function readNotices() {
  const response = await fetch(`${ROOT}/desk/notices/unread`, { headers: { "X-Requested-With": "XMLHttpRequest" } })
    .catch(() => null);
  if (!response?.ok) return;
  const { header, token, notices } = await response.json();
  document.querySelectorAll("[data-notices]").forEach((count) => { count.textContent = notices.length || ""; });
  told.forEach((shown, id) => {
    if (!notices.some((one) => one.id === id)) {
      shown.remove();
      told.delete(id);
    }
  });
  // Their own page shows them all.
  if (location.pathname.endsWith("/desk/notices")) return;
  const fresh = notices.filter((one) => !told.has(one.id)).slice(0, MOST_NOTICES);
  // A page that shows things of these kinds itself names them; there nothing lies over them.
  const onPage = document.querySelector("[data-shows]")?.dataset.shows.split(" ") ?? [];
  // The latest is the first of the server's list, and stands last in the stack.
  fresh.reverse().forEach((one) => {
    if (onPage.includes(one.kind)) {
      told.set(one.id, { remove() {} });
      return;
    }
    const shown = toast(one.text, one.link && ROOT + one.link);
    told.set(one.id, shown);
    shown.addEventListener("click", (event) => {
      if (event.target.closest("button, a")) {
        fetch(`${ROOT}/desk/notices/${one.id}/read`, {
          method: "POST", keepalive: true, headers: { [header]: token, "X-Requested-With": "XMLHttpRequest" }
        }).catch(() => {});
      }
    });
  });
  if (fresh.length > 0 && !firstTime && isLeader()) sound.chime();
  firstTime = false;
}

/** The one place for all that is told at the edge of the page, so that nothing lies over anything. */
export function stack() {
  let place = document.querySelector(".rota-stack");
  if (!place) {
    place = element("div", "rota-stack");
    document.body.append(place);
  }
  return place;
}

function changed(change, { age, again }) {
  const before = new Set(rings.map((one) => one.task));
  const now = performance.now() - age;
  rings = change.rings.map((one) => ({
    ...one, name: one.names[zh ? "zh" : "en"], until: one.millisLeft == null ? null : now + one.millisLeft
  }));
  if (change.next) remember(OWN, change.next);
  page.changed?.({ next: again ? null : change.next });
  show();
  sounds();
  const fresh = rings.find((one) => !before.has(one.task) && one.task !== change.next);
  if (fresh) notify(fresh);
  if (notification && !rings.some((one) => one.task === notification.tag)) {
    notification.close();
    notification = null;
  }
}

/** Called with every change and four times a second. */
function show() {
  const now = performance.now();
  const over = rings.length;
  rings = rings.filter((one) => one.until === null || one.until > now - 1000);
  if (over !== rings.length) sounds();
  page.tick?.();
  // A phone that rings goes before a caller on the line.
  const ring = rings.find((one) => one.until) ?? rings.find((one) => !page.isOpen(one.task));
  drawBanner(ring, ring?.until ? TEXTS.seconds(Math.max(0, Math.ceil((ring.until - now) / 1000))) : "");
}

/* The sound: a ring that ends soon sounds until its end, all others briefly. */

function sounds() {
  const now = performance.now();
  const own = remembered(OWN);
  const loud = rings.filter((one) => !own.includes(one.task));
  const ring = isLeader() ? loud.find((one) => one.until && one.until - now <= LONGEST_SOUND_MS && one.until > now) : null;
  if (ring) {
    if (sounding !== ring.task || !sound.isSounding()) {
      sounding = ring.task;
      sound.ring((ring.until - now) / 1000);
    }
    return;
  }
  if (sounding) {
    sounding = null;
    sound.stop();
  }
  if (!isLeader()) return;
  const chimed = remembered(CHIMED);
  const fresh = loud.filter((one) => !chimed.includes(one.task));
  if (fresh.length > 0) {
    fresh.forEach((one) => remember(CHIMED, one.task));
    sound.chime();
  }
}

function remembered(key) {
  return JSON.parse(localStorage.getItem(key) || "[]");
}

function remember(key, task) {
  const tasks = remembered(key);
  if (!tasks.includes(task)) localStorage.setItem(key, JSON.stringify([...tasks, task].slice(-REMEMBERED)));
}

function drawSwitch(place) {
  const button = element("button", "rota-sound");
  button.type = "button";
  const draw = () => {
    const text = sound.isOff() ? TEXTS.off : TEXTS.on;
    button.textContent = text;
    button.classList.toggle("sounding", sound.isSounding());
    document.querySelector(".rota-ask")?.toggleAttribute("hidden", !sound.isWaiting() || sound.isOff());
  };
  button.addEventListener("click", () => {
    sound.switchSound();
    sounds();
  });
  let waited = true;
  sound.onChange(() => {
    draw();
    if (waited && !sound.isWaiting()) {
      waited = false;
      sounds();
    }
  });
  draw();
  place.append(button);
}

/* The banner and the title */

function answer() {
  const task = banner?.dataset.task;
  if (!task || task.includes(":")) return;
  if (page.isOpen(task)) page.take(task);
  else page.open(task);
}

function drawBanner(ring, left) {
  if (!ring) {
    if (banner) {
      banner.remove();
      banner = null;
      document.title = titleBefore;
    }
    return;
  }
  if (!banner) titleBefore = document.title;
  if (banner?.dataset.task !== ring.task) {
    banner?.remove();
    banner = element("div", "rota-ring");
    banner.dataset.task = ring.task;
    banner.setAttribute("role", "alert");
    const button = element("button", "answer");
    button.type = "button";
    button.setAttribute("aria-keyshortcuts", "Alt+A");
    button.append(element("span"), " ", element("kbd", "", "Alt+A"));
    button.addEventListener("click", answer);
    const ask = element("span", "rota-ask", TEXTS.ask);
    ask.hidden = !sound.isWaiting() || sound.isOff();
    banner.append(element("strong", "name", ring.name), element("span", "line", ring.line),
      element("span", "left"), button, ask);
    banner.querySelector(".left").setAttribute("aria-hidden", "true");
    document.body.append(banner);
  }
  // A window that opens hides everything else from a screen reader.
  banner.removeAttribute("aria-hidden");
  const time = banner.querySelector(".left");
  if (time.textContent !== left) time.textContent = left;
  // A call that rings without the model has no task to open; its id is not one of the engine's.
  const does = page.isOpen(ring.task) ? page.takes(ring.task) : TEXTS.open;
  const button = banner.querySelector(".answer");
  button.hidden = ring.task.includes(":") || !does;
  if (does && button.firstChild.textContent !== does) button.firstChild.textContent = does;
  settle(button);
  const title = `● ${ring.name} ${ring.line} ${left}`.trim();
  if (document.title !== title) document.title = title;
}

/** The banner stands in the page's head if all of it fits there in one line, else below. */
function settle(button) {
  const [from, to] = page.gap?.() ?? [0, 0];
  const state = [from, to, button.hidden || button.textContent, banner.querySelector(".rota-ask").hidden].join();
  // Its style sheet may be on the way.
  if (banner.dataset.settled === state || getComputedStyle(banner).position !== "fixed") return;
  banner.dataset.settled = state;
  banner.classList.add("in-head");
  banner.style.maxWidth = `${Math.max(0, to - from)}px`;
  const fits = to > from && banner.scrollWidth <= banner.clientWidth;
  banner.classList.toggle("in-head", fits);
  banner.style.left = fits ? `${from}px` : "";
  if (!fits) banner.style.maxWidth = "";
}

/* Notifications of the operating system, if another window is in front. They are silent: the page sounds. */

function offerNotices(place) {
  if (!("Notification" in window) || !window.isSecureContext) {
    const why = element("span", "rota-notices", "ⓘ");
    why.title = TEXTS.plain;
    why.setAttribute("role", "img");
    why.setAttribute("aria-label", TEXTS.plain);
    place.append(why);
    return;
  }
  if (Notification.permission !== "default") return;
  const button = element("button", "rota-notices", TEXTS.remind);
  button.type = "button";
  button.addEventListener("click", () => Notification.requestPermission().then(() => button.remove()));
  place.append(button);
}

function notify(ring) {
  if (isLeader() && document.hidden && "Notification" in window && Notification.permission === "granted") {
    notification = new Notification(ring.name, { body: ring.line, tag: ring.task, silent: true });
    notification.addEventListener("click", () => {
      window.focus();
      if (!ring.task.includes(":")) page.open(ring.task);
    });
  }
}

export function element(tag, className, text = "") {
  const made = document.createElement(tag);
  if (className) made.className = className;
  made.textContent = text;
  return made;
}

const look = element("link");
look.rel = "stylesheet";
look.href = new URL("ring.css", import.meta.url);
document.head.append(look);
