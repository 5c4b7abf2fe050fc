// Draws the models of a page. A diagram carries the address of its file, how many instances stand at each element, and which
// elements have changed; the tables beside it say the same in words.
(() => {
  const together = [];

  async function draw(canvas) {
    const viewer = new BpmnJS({ container: canvas });
    const file = await fetch(canvas.dataset.model, { headers: { "X-Requested-With": "XMLHttpRequest" } });
    if (!file.ok) return;
    await viewer.importXML(await file.text());
    viewer.get("canvas").zoom("fit-viewport", "auto");
    count(viewer, read(canvas.dataset.standing));
    mark(viewer, read(canvas.dataset.marks));
    if ("together" in canvas.dataset) follow(viewer);
    canvas.dataset.drawn = "true";
  }

  /** Java writes a map as {a=1, b=2}. */
  function read(map) {
    return Object.fromEntries(
      (map || "").replace(/^\{|\}$/g, "").split(", ").filter(Boolean).map((entry) => entry.split("=")));
  }

  function count(viewer, standing) {
    for (const [id, number] of Object.entries(standing)) {
      if (!viewer.get("elementRegistry").get(id)) continue;
      const badge = document.createElement("span");
      badge.className = "model-count num";
      badge.textContent = number;
      viewer.get("overlays").add(id, { position: { top: -12, right: 14 }, html: badge });
    }
  }

  function mark(viewer, marks) {
    for (const [id, kind] of Object.entries(marks)) {
      if (viewer.get("elementRegistry").get(id)) viewer.get("canvas").addMarker(id, `model-${kind.toLowerCase()}`);
    }
  }

  /** The diagrams beside each other show the same place. */
  function follow(viewer) {
    const canvas = viewer.get("canvas");
    viewer.get("eventBus").on("canvas.viewbox.changed", () => {
      const { x, y, width, height } = canvas.viewbox();
      together.filter((other) => other !== canvas).forEach((other) => {
        const seen = other.viewbox();
        if (Math.abs(seen.x - x) + Math.abs(seen.y - y) + Math.abs(seen.width - width) > 1) {
          other.viewbox({ x, y, width, height });
        }
      });
    });
    together.push(canvas);
    document.querySelectorAll("tr[data-element]").forEach((row) => row.addEventListener("click", () => {
      const element = viewer.get("elementRegistry").get(row.dataset.element);
      if (element) canvas.scrollToElement(element);
    }));
  }

  document.querySelectorAll("[data-model]").forEach((canvas) => draw(canvas).catch(console.error));
})();
