/*
 * The ring on a desk page. The way to the ring leads into Tasklist; what was typed on the page meanwhile is put aside in
 * this tab and stands there again when its page is opened the next time.
 */
import { start, toast } from "./ring.js";
import { ROOT } from "./root.js";
import { end } from "./streams.js";

const zh = document.documentElement.lang.startsWith("zh");
const RESTORED = zh ? "您离开前在这里填写的内容已恢复。" : "What you had typed here before you left is back.";
const FIELDS = "input:not([type=hidden], [type=password], [type=file], [type=submit], [type=button]), textarea, select";
const PREFIX = "rota-desk:typed:";

const me = document.querySelector("[data-login]").dataset.login;
const key = `${PREFIX}${location.pathname}${location.search}`;

start(document.querySelector(".who"), {
  open(task) {
    putAside();
    location.assign(`${ROOT}/camunda/app/tasklist/#/?task=${encodeURIComponent(task)}`);
  }
});
restore();

document.addEventListener("submit", (event) => {
  if (event.target.action?.endsWith("/logout")) {
    Object.keys(sessionStorage).filter((one) => one.startsWith(PREFIX)).forEach((one) => sessionStorage.removeItem(one));
    end();
  }
});

/** The fields by form: searches are not kept, and forms for passwords not at all. */
function fields() {
  return [...document.querySelectorAll("form")].flatMap((form, index) =>
    form.method === "post" && !form.querySelector("[type=password]")
      ? [...form.querySelectorAll(FIELDS)].filter((field) => field.name)
        .map((field, place) => ({ field, id: `${index}/${new URL(form.action).pathname}/${place}/${field.name}` }))
      : []);
}

function isChoice(field) {
  return field.type === "checkbox" || field.type === "radio";
}

function isTyped(field) {
  if (isChoice(field)) return field.checked !== field.defaultChecked;
  if (field.options) return [...field.options].some((option) => option.selected !== option.defaultSelected);
  return field.value !== field.defaultValue;
}

function putAside() {
  const typed = fields().filter(({ field }) => isTyped(field))
    .map(({ field, id }) => [id, isChoice(field) ? field.checked : field.value]);
  if (typed.length > 0) sessionStorage.setItem(key, JSON.stringify({ me, typed }));
}

function restore() {
  const kept = JSON.parse(sessionStorage.getItem(key) || "null");
  sessionStorage.removeItem(key);
  if (!kept || kept.me !== me) return;
  const byId = new Map(fields().map(({ field, id }) => [id, field]));
  let restored = 0;
  kept.typed.forEach(([id, value]) => {
    const field = byId.get(id);
    if (!field) return;
    if (isChoice(field)) field.checked = value;
    else field.value = value;
    field.closest("details")?.setAttribute("open", "");
    restored++;
  });
  if (restored > 0) toast(RESTORED);
}
