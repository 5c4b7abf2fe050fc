/*
 * Somebody is at this page: tells the server so, once in a while, when they click or type. A page that was left open
 * overnight does not make anybody present; touching it does.
 */
import { ROOT } from "./root.js";

const EVERY_MS = 10 * 60_000;
/** When it was last told, by any page of this browser. */
const TOLD = "rota-desk:here";

function acted() {
  const now = Date.now();
  if (Math.abs(now - Number(localStorage.getItem(TOLD))) < EVERY_MS) return;
  localStorage.setItem(TOLD, now);
  tell().catch(() => localStorage.removeItem(TOLD));
}

async function tell() {
  const headers = { "X-Requested-With": "XMLHttpRequest", Accept: "application/json" };
  const me = await fetch(`${ROOT}/desk/me`, { headers });
  if (!me.ok) throw new Error(`answered with ${me.status}`);
  const { header, token } = await me.json();
  const told = await fetch(`${ROOT}/desk/me/here`, { method: "POST", headers: { ...headers, [header]: token } });
  if (!told.ok) throw new Error(`answered with ${told.status}`);
}

["pointerdown", "keydown"].forEach((what) => document.addEventListener(what, acted, { capture: true, passive: true }));
