// The reception hall and its board: numbers are called aloud, who gives no name leaves none in the form, and a free time is chosen.

// A box with data-blanks empties and locks the fields that it names; what stood there comes back with them.
const blanked = new Map();
const blank = (box) =>
  box.dataset.blanks.split(" ").forEach((id) => {
    const field = document.getElementById(id);
    if (box.checked && !field.disabled) {
      blanked.set(field, field.value);
      field.value = "";
    }
    if (!box.checked && field.disabled) field.value = blanked.get(field);
    field.disabled = box.checked;
  });
document.querySelectorAll("[data-blanks]").forEach((box) => {
  blank(box);
  box.addEventListener("change", () => blank(box));
});

// The free times are shown in the form that asks for one, and what was typed stays.
document.addEventListener("htmx:afterSwap", ({ detail }) => {
  const times = detail.target.id === "free-times" && document.getElementById("free-times");
  times?.closest?.("details")?.setAttribute("open", "");
  times?.scrollIntoView?.({ block: "nearest" });
});
document.addEventListener("click", (event) => {
  const time = event.target.closest("form [data-time]");
  if (!time) return;
  event.preventDefault();
  document.getElementById("day").value = time.dataset.day;
  document.getElementById("time").value = time.dataset.time;
  document.getElementById("free-times").replaceChildren();
  document.getElementById("time").focus();
});

// The voice says the number and the window, nothing else. It is off until somebody switches it on, on this screen.
const KEY = "rota-desk-voice";
const HEARD = `rota-desk-voice-heard ${location.pathname}`;
const MOST_HEARD = 200;
const place = document.querySelector(".voice");
const voice = globalThis.speechSynthesis;
if (place && voice) {
  const box = place.querySelector("[data-voice]");
  const times = place.querySelector("[data-voice-times]");
  const kept = JSON.parse(localStorage.getItem(KEY) ?? "{}");
  box.checked = kept.on === true;
  times.value = kept.times ?? "2";
  place.hidden = false;

  const calls = () => [...document.querySelectorAll("[data-call]")];
  const say = (words) => {
    for (let n = 0; n < Number(times.value); n++) {
      const call = new SpeechSynthesisUtterance(words);
      call.lang = place.dataset.language;
      call.rate = 0.9;
      voice.speak(call);
    }
  };
  // Those that were called before the screen was opened were heard already. A page that is loaded again, as when somebody is
  // registered on it, goes on where it was.
  const before = JSON.parse(sessionStorage.getItem(HEARD) ?? "null");
  const heard = new Set(before ?? calls().map((one) => one.dataset.call));
  const listen = () => {
    calls()
      .filter((one) => !heard.has(one.dataset.call))
      .forEach((one) => {
        heard.add(one.dataset.call);
        if (box.checked) say(one.dataset.say);
      });
    sessionStorage.setItem(HEARD, JSON.stringify([...heard].slice(-MOST_HEARD)));
  };
  listen();
  document.addEventListener("htmx:afterSwap", listen);
  place.addEventListener("change", () => {
    localStorage.setItem(KEY, JSON.stringify({ on: box.checked, times: times.value }));
    if (!box.checked) voice.cancel();
  });
}
