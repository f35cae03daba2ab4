// Filtering and copying; the page says everything without it.
"use strict";
(() => {
  const entries = [...document.querySelectorAll("[data-kind]")];
  const kinds = new Map();
  for (const entry of entries) {
    const kind = entry.dataset.kind;
    kinds.set(kind, { name: entry.dataset.kindName, count: (kinds.get(kind)?.count ?? 0) + 1 });
  }

  const filters = document.createElement("div");
  filters.className = "filters";
  filters.setAttribute("role", "group");
  filters.setAttribute("aria-label", "Show");
  const shown = document.createElement("span");
  shown.className = "shown";
  shown.setAttribute("role", "status");

  const hidden = new Set();
  const update = () => {
    for (const entry of entries) entry.hidden = hidden.has(entry.dataset.kind);
    for (const group of document.querySelectorAll("[data-group]"))
      group.hidden = !group.querySelector("[data-kind]:not([hidden])");
    const visible = entries.filter((entry) => !entry.hidden).length;
    shown.textContent = `${visible} of ${entries.length} shown`;
  };

  for (const [kind, { name, count }] of kinds) {
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = `${name} ${count}`;
    button.setAttribute("aria-pressed", "true");
    button.addEventListener("click", () => {
      const hide = !hidden.has(kind);
      hide ? hidden.add(kind) : hidden.delete(kind);
      button.setAttribute("aria-pressed", String(!hide));
      update();
    });
    filters.append(button);
  }
  if (kinds.size > 1) {
    filters.append(shown);
    document.querySelector("nav").append(filters);
  }
  update();

  if (navigator.clipboard) {
    for (const article of document.querySelectorAll("[data-copy]")) {
      const button = document.createElement("button");
      button.type = "button";
      button.textContent = "Copy";
      button.addEventListener("click", async () => {
        await navigator.clipboard.writeText(article.dataset.copy);
        button.textContent = "Copied";
        setTimeout(() => { button.textContent = "Copy"; }, 1500);
      });
      article.append(button);
    }
  }

  // A closed <details> would be missing on paper.
  addEventListener("beforeprint", () => {
    for (const details of document.querySelectorAll("details")) details.open = true;
  });
})();
