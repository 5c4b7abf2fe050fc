// The scripts of the desk pages. No inline scripts: the content security policy allows none.
(() => {
  // A button with data-copy puts the text of the element it names on the clipboard.
  document.addEventListener("click", async (event) => {
    const button = event.target.closest("[data-copy]");
    if (button) {
      const source = document.getElementById(button.dataset.copy);
      const text = source.value ?? source.textContent;
      try {
        await navigator.clipboard.writeText(text);
      } catch {
        // Without HTTPS a browser has no clipboard for scripts.
        getSelection().selectAllChildren(source);
        document.execCommand("copy");
      }
      button.textContent = button.dataset.copied;
    }
    // An open menu closes when somebody clicks elsewhere.
    document.querySelectorAll("details.menu[open]").forEach((menu) => {
      if (!menu.contains(event.target)) menu.open = false;
    });
  });

  // A button with data-print opens the browser's print dialog.
  document.addEventListener("click", (event) => {
    if (event.target.closest("[data-print]")) print();
  });

  // A form or button with data-confirm asks before it is sent.
  document.addEventListener("submit", (event) => {
    const question = event.submitter?.dataset.confirm ?? event.target.dataset.confirm;
    if (question && !confirm(question)) event.preventDefault();
  });

  // A field with data-submit sends its form as soon as something else is chosen.
  document.addEventListener("change", (event) => {
    if (event.target.dataset?.submit !== undefined) event.target.form.requestSubmit();
  });

  // Entries of an order (data-ordering), people or texts, are moved up, down, out and in; entries outside it are not sent.
  document.addEventListener("click", (event) => {
    const button = event.target.closest("[data-ordering] [data-move]");
    if (!button) return;
    const form = button.closest("[data-ordering]");
    const order = form.querySelector("[data-order]");
    const person = button.closest("li");
    const move = button.dataset.move;
    if (move === "up") person.previousElementSibling?.before(person);
    if (move === "down") person.nextElementSibling?.after(person);
    if (move === "in") order.append(person);
    if (move === "out") form.querySelector("[data-others]").prepend(person);
    person.querySelector("input").disabled = person.parentElement !== order;
    const place = [...order.children].indexOf(person) + 1;
    form.querySelector("[data-saying]").textContent =
      `${person.querySelector("b").textContent} ${place ? form.dataset.said.replace("{0}", place) : ""}`;
    // The button that was used goes out of sight when somebody changes lists.
    (move === "in" ? person.querySelector("[data-move=up]") : move === "out" ? person.querySelector("[data-move=in]") : button).focus();
  });

  // On a narrow screen the navigation scrolls; the present page's entry should be visible.
  document.querySelector(".nav [aria-current]")?.scrollIntoView({ block: "nearest", inline: "center" });

  // Several changes of one moment are one request.
  const waiting = new Set();
  const soon = (part) => {
    if (waiting.has(part)) return;
    waiting.add(part);
    setTimeout(() => {
      waiting.delete(part);
      htmx.trigger(part, "refresh");
    }, 80);
  };

  // Loads a part again, but not while somebody makes a choice in it; one whose items stay in hands (data-keyed) at once.
  const look = (part) => {
    if (part.dataset.keyed !== undefined) soon(part);
    else if (part.querySelector("select:focus, input:focus")) part.dataset.stale = "";
    else {
      delete part.dataset.stale;
      htmx.trigger(part, "refresh");
    }
  };
  document.addEventListener("focusout", (event) => {
    const part = event.target.closest?.("[data-stale]");
    // Wait a little, so that a person who made a choice can press its button first.
    if (part) setTimeout(() => look(part), 500);
  });

  // What a part shows already is not drawn again. Each answer has another secret in its forms, and other times to count from.
  const shown = (part) => {
    const copy = part.cloneNode(true);
    copy.querySelectorAll("input[name=_csrf]").forEach((one) => one.remove());
    copy.querySelectorAll("[data-minutes], [data-seconds], [data-left]").forEach((one) => {
      ["data-minutes", "data-seconds", "data-left"].forEach((name) => one.removeAttribute(name));
      one.textContent = "";
    });
    return copy.innerHTML.trim();
  };
  document.addEventListener("htmx:beforeSwap", ({ detail }) => {
    const part = detail.target;
    if (part.dataset.events === undefined || part.dataset.keyed !== undefined || !detail.shouldSwap) return;
    const fresh = part.cloneNode(false);
    fresh.innerHTML = detail.serverResponse;
    if (shown(fresh) === shown(part)) detail.shouldSwap = false;
  });

  // A details element with an id stays open when its part is replaced.
  let unfolded = [];
  document.addEventListener("htmx:beforeSwap", (event) => {
    unfolded = [...event.target.querySelectorAll("details[id][open]")].map((details) => details.id);
  });
  document.addEventListener("htmx:afterSwap", () => unfolded.forEach((id) => document.getElementById(id)?.setAttribute("open", "")));

  // Time is counted on here, without requests, from what the server counted: minutes (data-minutes) or seconds (data-seconds)
  // since something began, or milliseconds that are left (data-left); with the words around them.
  const drawn = new WeakMap();
  const count = () => document.querySelectorAll("[data-minutes], [data-seconds], [data-left]").forEach((one) => {
    if (!drawn.has(one)) drawn.set(one, performance.now());
    const words = counted(one.dataset, performance.now() - drawn.get(one));
    if (one.textContent !== words) one.textContent = words;
  });
  const counted = ({ minutes, minutesWords, hoursWords, seconds, left, leftWords }, passed) => {
    if (minutes !== undefined) {
      const all = Number(minutes) + Math.floor(passed / 60_000);
      if (minutesWords === undefined) return String(all);
      return all < 60 ? minutesWords.replace("{0}", all) : hoursWords.replace("{0}", Math.floor(all / 60)).replace("{1}", all % 60);
    }
    if (left !== undefined) return leftWords.replace("{0}", Math.max(0, Math.ceil((Number(left) - passed) / 1_000)));
    const all = Number(seconds) + Math.floor(passed / 1_000);
    const [hours, ofHour] = [Math.floor(all / 3_600), Math.floor(all / 60) % 60];
    const begin = hours > 0 ? `${hours}:${String(ofHour).padStart(2, "0")}` : String(ofHour);
    return `${begin}:${String(all % 60).padStart(2, "0")}`;
  };
  count();
  setInterval(count, 500);
  document.addEventListener("desk:drawn", count);

  // htmx looks at the page then; what a part is told before that is lost.
  const prepared = new Promise((done) => document.addEventListener("DOMContentLoaded", done, { once: true }));

  // A part with data-events is loaded again whenever the server reports a change; no polling. The element
  // named by data-live shows whether the connection is up.
  document.querySelectorAll("[data-events]").forEach((part) => {
    const sign = document.getElementById(part.dataset.live);
    // No event reports that another day begins at midnight.
    if (part.dataset.until) setTimeout(() => location.reload(), Math.max(60_000, Number(part.dataset.until) - Date.now() + 2_000));
    const heard = ({ event }) => {
      sign?.classList.toggle("lost", event === "error");
      // With each connection, too: something may have happened before the page heard of anything.
      if (event !== "error") look(part);
    };
    prepared.then(() => import("./streams.js")).then((streams) => streams.listen(part.dataset.events, heard));
  });
})();
