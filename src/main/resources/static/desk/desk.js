// What the desk pages do beyond links and forms. No inline scripts: the content security policy allows none.
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

  // A form or button with data-confirm asks before it is sent.
  document.addEventListener("submit", (event) => {
    const question = event.submitter?.dataset.confirm ?? event.target.dataset.confirm;
    if (question && !confirm(question)) event.preventDefault();
  });

  // A field with data-submit sends its form as soon as something else is chosen.
  document.addEventListener("change", (event) => {
    if (event.target.dataset?.submit !== undefined) event.target.form.requestSubmit();
  });

  // What stands in an order (data-ordering), people or texts, is moved up, down, out and in; what is not in it is not sent.
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

  // On a narrow screen the navigation scrolls; where one is should be seen.
  document.querySelector(".nav [aria-current]")?.scrollIntoView({ block: "nearest", inline: "center" });

  // A part with data-events is asked for again whenever the server says that something happened; no polling. The element
  // that data-live names shows whether the line is up.
  document.querySelectorAll("[data-events]").forEach((part) => {
    const sign = document.getElementById(part.dataset.live);
    // At midnight another day begins, of which no event tells.
    setTimeout(() => location.reload(), Math.max(60_000, Number(part.dataset.until) - Date.now() + 2_000));
    const events = new EventSource(part.dataset.events);
    let wasOpen = false;
    events.addEventListener("duty", () => htmx.trigger(part, "refresh"));
    events.addEventListener("open", () => {
      sign?.classList.remove("lost");
      if (wasOpen) htmx.trigger(part, "refresh");
      wasOpen = true;
    });
    events.addEventListener("error", () => sign?.classList.add("lost"));
  });
})();
