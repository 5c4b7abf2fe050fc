/*
 * The leaders' home page. What the server sends is put in place element by element, by their ids, so that nothing is drawn
 * again under somebody's hands: an item (data-item) in which somebody types, or has chosen something, stays until it is sent.
 */
(() => {
  const PART = document.getElementById("home-part");
  const KEPT = "rota-desk:typed:answer:";
  const FIELDS = "textarea, input:not([type=hidden]), select";
  const CONTROLS = `a[href], button, summary, ${FIELDS}`;
  /** In milliseconds. A press that lasts longer is none, or never ended for the browser. */
  const LONGEST_PRESS = 5_000;
  const me = document.querySelector("[data-login]").dataset.login;

  // ---- Put in place ------------------------------------------------------------------------------------------------
  document.addEventListener("htmx:beforeSwap", (event) => {
    const { target, shouldSwap, serverResponse, requestConfig, xhr } = event.detail;
    if (target !== PART) return;
    event.detail.shouldSwap = false;
    if (shouldSwap) whenReleased(() => put(serverResponse));
    else if (requestConfig?.verb === "post") say(PART.dataset.failed);
    else if (xhr.status === 401) say(PART.dataset.ended);
  });
  document.addEventListener("htmx:sendError", (event) => {
    if (event.detail.target === PART && event.detail.requestConfig?.verb === "post") say(PART.dataset.failed);
  });

  // A button that is drawn again while it is pressed does not hear of its click.
  const waiting = [];
  function whenReleased(put) {
    waiting.push(put);
    if (waiting.length > 1) return;
    const pressed = performance.now();
    const look = () => {
      if (PART.matches(":active") && performance.now() - pressed < LONGEST_PRESS) setTimeout(look, 50);
      else waiting.splice(0).forEach((one) => one());
    };
    look();
  }

  function put(html) {
    const box = document.createElement("template");
    box.innerHTML = html;
    const answer = box.content.getElementById("home-said");
    const sentence = answer.querySelector(".notice");
    const sent = { item: answer.dataset.done, good: sentence?.classList.contains("ok") };
    // A refresh says nothing, and takes no sentence away.
    if (sentence) document.getElementById("home-said").replaceChildren(sentence);
    answer.remove();
    const back = focused();
    mergeChildren(PART, box.content, sent);
    if (sent.good) forget(sent.item);
    if (sentence) clearLater();
    restore();
    back();
    lookAgain();
    // Desk.js counts the seconds.
    htmx.trigger(PART, "desk:drawn");
  }

  function say(words) {
    const sentence = document.createElement("p");
    sentence.className = "notice error";
    sentence.setAttribute("role", "alert");
    sentence.textContent = words;
    document.getElementById("home-said").replaceChildren(sentence);
  }

  /** A sentence that only confirms something does not stay for ever. */
  function clearLater() {
    const said = document.querySelector("#home-said > .ok");
    if (said) setTimeout(() => said.remove(), 15_000);
  }

  /** @param sent the item that was sent, which is in nobody's hands any more, and whether that was good */
  function mergeChildren(old, fresh, sent) {
    const before = new Map([...old.children].filter((one) => one.id).map((one) => [one.id, one]));
    const after = new Set([...fresh.children].map((one) => one.id));
    [...old.children].forEach((one) => {
      if (after.has(one.id) || one.id === "home-said") return;
      // A choice is of no use any more. What was written is.
      if (holdsText(one, sent)) one.classList.add("gone");
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
      if (!was) {
        old.insertBefore(one, place);
        htmx.process(one);
      } else {
        if (was === place || isHeld(was, sent)) place = known(was.nextElementSibling);
        else old.insertBefore(was, place);
        merge(was, one, sent);
      }
    });
  }

  function merge(old, fresh, sent) {
    if (!isHeld(old, sent)) {
      old.querySelectorAll("details[id][open]").forEach((one) => fresh.querySelector(`#${CSS.escape(one.id)}`)?.setAttribute("open", ""));
      old.replaceWith(fresh);
      // Htmx forgets what waits at an element that it processes again during a request, so only what is new is processed.
      htmx.process(fresh);
      return;
    }
    old.classList.remove("gone");
    if (old.dataset.keyed !== undefined) {
      // What the server does not say any more holds no longer.
      Object.keys(old.dataset).forEach((name) => delete old.dataset[name]);
      Object.assign(old.dataset, fresh.dataset);
      mergeChildren(old, fresh, sent);
    } else {
      // What people do now is told all the same.
      fresh.querySelectorAll(".words[id]").forEach((one) => {
        const was = document.getElementById(one.id);
        if (!was || !old.contains(was)) return;
        was.textContent = one.textContent;
        was.closest("label").className = one.closest("label").className;
      });
    }
  }

  function isHeld(one, sent) {
    return holdsText(one, sent) || [...one.querySelectorAll(FIELDS)].some((field) =>
      !isOf(field, sent.item) && (field === document.activeElement || isTyped(field)));
  }

  /** An answer that came too late stays, for its words. */
  function holdsText(one, sent) {
    return [...one.querySelectorAll("textarea")].some((field) => isTyped(field) && !(sent.good && isOf(field, sent.item)));
  }

  function isOf(field, item) {
    return item !== undefined && field.closest("[data-item]")?.id === item;
  }

  function isTyped(field) {
    return field.type === "checkbox" || field.type === "radio"
      ? field.checked !== field.defaultChecked
      : field.value !== field.defaultValue;
  }

  /** @return puts the focus back to the control that has it now, or to the one that stands in its place then */
  function focused() {
    const was = document.activeElement;
    const around = PART.contains(was) ? was.closest("[id]:not(a, button, input, select, textarea, summary)") : null;
    if (!around || around === PART) return () => {};
    const same = (one) => [one.localName, one.name, one.getAttribute("href"), one.type === "radio" ? one.value : null].join(" ");
    const twins = () => [...(document.getElementById(around.id)?.querySelectorAll(CONTROLS) ?? [])].filter((one) => same(one) === same(was));
    const index = twins().indexOf(was);
    return () => {
      if (document.activeElement !== was) (was.isConnected ? was : twins()[index])?.focus({ preventScroll: true });
    };
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

  // ---- When to look again ---------------------------------------------------------------------------------------------
  let timer;
  function lookAgain() {
    clearTimeout(timer);
    const left = Number(document.getElementById("needs").dataset.again ?? NaN);
    // A browser counts at most 24 days.
    if (left < 86_400_000) timer = setTimeout(() => htmx.trigger(PART, "refresh"), left + 500);
  }

  restore();
  lookAgain();
})();
