// Keys for those who keep their hands on them. Nothing here is needed: every act has a link or a button.
"use strict";
(() => {
  const entries = () => [...document.querySelectorAll("[data-claim]")];
  const started = entries().findIndex((entry) => "#" + entry.id === location.hash);
  let at = started;

  const go = (to) => {
    const all = entries();
    if (!all.length) return;
    at = Math.max(0, Math.min(all.length - 1, to));
    all.forEach((entry, n) => entry.classList.toggle("at", n === at));
    all[at].tabIndex = -1;
    all[at].focus({ preventScroll: true });
    all[at].scrollIntoView({ block: "nearest" });
  };
  const here = () => entries()[at];

  const say = (verdict) => {
    const entry = here() || (entries().length === 1 && entries()[0]);
    const form = document.getElementById("verdict");
    if (!entry || !form) return;
    const named = document.getElementById("by");
    if (named && !named.value) { named.focus(); return; }
    form.action = "/claims/" + entry.dataset.claim + "/review";
    form.elements.verdict.value = verdict;
    // In a queue a claim that was judged is gone: go on at the next.
    const next = location.pathname === "/queue" ? entries()[at + 1] || entries()[at - 1] || entry : entry;
    form.elements.back.value = location.pathname + location.search + "#" + next.id;
    form.submit();
  };
  const open = (address) => { if (address) location.assign(address); };

  const acts = {
    "/": () => document.getElementById("words").focus(),
    "?": () => {
      const keys = document.getElementById("keys");
      keys.open = !keys.open;
      keys.querySelector("summary").focus();
    },
    j: () => go(at + 1),
    k: () => go(at < 0 ? 0 : at - 1),
    a: () => say("accept"),
    r: () => say("reject"),
    u: () => {
      const entry = here(), last = document.querySelector("[data-undo]");
      if (last && !(entry && entry.querySelector(".ruling"))) last.click();
      else say("undo");
    },
    c: () => {
      const entry = here() || (entries().length === 1 && entries()[0]);
      if (!entry) return;
      const field = document.getElementById("field");
      if (field) field.focus();
      else open("/claims/" + entry.dataset.claim + "#review");
    },
    Enter: () => {
      const entry = here();
      const link = entry && (entry.querySelector(".words a") || entry.querySelector("a"));
      if (link && document.activeElement === entry) link.click();
      else return false;
    },
  };

  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    if (event.target.closest("input, select, textarea, [contenteditable]")) {
      if (event.key === "Escape") event.target.blur();
      return;
    }
    if (event.key === "Enter" && event.target.closest("a, button, summary")) return;
    const act = acts[event.key];
    if (act && act() !== false) event.preventDefault();
  });
  if (started >= 0) go(started);

  // A long job is looked at again, unless somebody is typing; it goes on without being looked at.
  const busy = document.querySelector("[data-busy]");
  const typing = () => [...document.querySelectorAll("main input, main textarea")].some(
    (field) => field === document.activeElement || (field.type !== "hidden" && field.value));
  if (busy) {
    const again = () => {
      if (document.hidden || typing()) setTimeout(again, 2000);
      else location.reload();
    };
    setTimeout(again, 1000 * Number(busy.dataset.busy));
  }

  // Files dropped anywhere go where they belong.
  const drop = document.querySelector("[data-drop]");
  if (drop) {
    const field = drop.querySelector("input[type=file]");
    field.addEventListener("change", () => { if (field.files.length) drop.submit(); });
    const over = (event) => {
      if (![...event.dataTransfer.types].includes("Files")) return;
      event.preventDefault();
      drop.classList.toggle("dropping", event.type === "dragover");
      if (event.type === "drop") { field.files = event.dataTransfer.files; drop.submit(); }
    };
    for (const kind of ["dragover", "dragleave", "drop"]) document.addEventListener(kind, over);
  }
})();
