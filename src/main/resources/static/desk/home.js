/*
 * The leaders' home page. What the server sends is put in place element by element, by their ids, so that nothing is drawn
 * again under somebody's hands: an item (data-item) in which somebody types, or has chosen something, stays until it is sent.
 */
(() => {
  const PART = document.getElementById("home-part");
  const KEPT = "rota-desk:typed:answer:";
  const me = document.querySelector("[data-login]").dataset.login;

  // ---- Put in place ------------------------------------------------------------------------------------------------
  document.addEventListener("htmx:beforeSwap", (event) => {
    if (event.detail.target !== PART) return;
    const sent = event.detail.shouldSwap;
    event.detail.shouldSwap = false;
    if (!sent) {
      failed();
      return;
    }
    const box = document.createElement("template");
    box.innerHTML = event.detail.serverResponse;
    const done = box.content.getElementById("home-said")?.dataset.done;
    const said = box.content.querySelector("#home-said > *");
    // A refresh says nothing, and takes no sentence away.
    if (!done) box.content.getElementById("home-said")?.remove();
    const free = done && said?.classList.contains("done") ? done : null;
    mergeChildren(PART, box.content, free);
    if (free) forget(free);
    if (done) clearLater();
    restore();
    htmx.process(PART);
    lookAgain();
    tick();
  });
  document.addEventListener("htmx:sendError", (event) => {
    if (event.detail.target === PART && event.detail.requestConfig?.verb === "post") failed();
  });

  function failed() {
    const sentence = document.createElement("p");
    sentence.className = "notice error";
    sentence.setAttribute("role", "alert");
    sentence.textContent = PART.dataset.failed;
    document.getElementById("home-said").replaceChildren(sentence);
  }

  /** A sentence that only confirms something does not stay for ever. */
  function clearLater() {
    const said = document.querySelector("#home-said > .ok");
    if (said) setTimeout(() => said.remove(), 15_000);
  }

  /** @param free the id of an item that was sent, and is in nobody's hands any more */
  function mergeChildren(old, fresh, free) {
    const before = new Map([...old.children].filter((one) => one.id).map((one) => [one.id, one]));
    const after = new Set([...fresh.children].map((one) => one.id));
    [...old.children].forEach((one) => {
      if (after.has(one.id) || one.id === "home-said") return;
      if (isHeld(one, free)) one.classList.add("gone");
      else one.remove();
    });
    // What stays although it is not sent is stepped over.
    const known = (one) => {
      let next = one;
      while (next && !after.has(next.id)) next = next.nextElementSibling;
      return next;
    };
    let place = known(old.firstElementChild);
    [...fresh.children].forEach((one) => {
      const was = before.get(one.id);
      if (!was) old.insertBefore(one, place);
      else {
        if (was === place || isHeld(was, free)) place = known(was.nextElementSibling);
        else old.insertBefore(was, place);
        merge(was, one, free);
      }
    });
  }

  function merge(old, fresh, free) {
    if (!isHeld(old, free)) {
      old.querySelectorAll("details[id][open]").forEach((one) => fresh.querySelector(`#${CSS.escape(one.id)}`)?.setAttribute("open", ""));
      old.replaceWith(fresh);
    } else if (old.dataset.keyed !== undefined) {
      Object.assign(old.dataset, fresh.dataset);
      mergeChildren(old, fresh, free);
    } else {
      old.classList.remove("gone");
      // What people do now is told all the same.
      fresh.querySelectorAll(".words[id]").forEach((one) => {
        const was = document.getElementById(one.id);
        if (!was || !old.contains(was)) return;
        was.textContent = one.textContent;
        was.closest("label").className = one.closest("label").className;
      });
    }
  }

  function isHeld(one, free) {
    return [...one.querySelectorAll("textarea, input:not([type=hidden]), select")].some((field) =>
      field.closest("[data-item]")?.id !== free && (field === document.activeElement || isTyped(field)));
  }

  function isTyped(field) {
    return field.type === "checkbox" || field.type === "radio"
      ? field.checked !== field.defaultChecked
      : field.value !== field.defaultValue;
  }

  // ---- What is typed survives a reload, a ring that is opened, and a session that has ended ------------------------
  document.addEventListener("input", ({ target }) => {
    if (target.dataset?.kept) sessionStorage.setItem(KEPT + target.dataset.kept, JSON.stringify({ me, text: target.value }));
  });

  function restore() {
    PART.querySelectorAll("[data-kept]").forEach((field) => {
      const kept = JSON.parse(sessionStorage.getItem(KEPT + field.dataset.kept) || "null");
      if (kept?.me === me && kept.text && field.value === field.defaultValue) field.value = kept.text;
    });
  }

  function forget(item) {
    sessionStorage.removeItem(KEPT + item);
  }

  // ---- Time --------------------------------------------------------------------------------------------------------
  let timer;
  function lookAgain() {
    clearTimeout(timer);
    const left = Number(document.getElementById("needs").dataset.again ?? NaN);
    // A browser counts at most 24 days.
    if (left < 86_400_000) timer = setTimeout(() => htmx.trigger(PART, "refresh"), left + 500);
  }

  const begun = new WeakMap();
  function tick() {
    document.querySelectorAll("[data-seconds]").forEach((one) => {
      if (!begun.has(one)) begun.set(one, performance.now());
      const seconds = Number(one.dataset.seconds) + Math.floor((performance.now() - begun.get(one)) / 1_000);
      one.textContent = `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
    });
  }

  setInterval(tick, 500);
  restore();
  tick();
  lookAgain();
})();
