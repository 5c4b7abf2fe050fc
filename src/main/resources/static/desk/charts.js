// Draws the charts of a page: each canvas carries its data. The tables beside them say the same in figures.
(() => {
  const css = getComputedStyle(document.documentElement);
  const colour = (name) => css.getPropertyValue(name).trim();
  const bars = [colour("--accent"), "#e2962b", colour("--danger")];
  const parts = [colour("--accent"), "#e2962b", colour("--info"), "#8a6fb0", colour("--ok"), "#c06c84", colour("--ink-soft")];

  Chart.defaults.font.family = css.getPropertyValue("--font");
  Chart.defaults.color = colour("--ink-soft");
  Chart.defaults.borderColor = colour("--line");
  if (matchMedia("(prefers-reduced-motion: reduce)").matches) Chart.defaults.animation = false;

  document.querySelectorAll("canvas[data-chart]").forEach((canvas) => {
    const data = JSON.parse(canvas.dataset.chart);
    const doughnut = data.type === "doughnut";
    const lying = data.type === "lying";
    const scale = { beginAtZero: true, ticks: { precision: 0 } };
    new Chart(canvas, {
      type: doughnut ? "doughnut" : "bar",
      data: {
        labels: data.labels,
        datasets: data.series.map((series, i) => ({
          label: series.label,
          data: series.values,
          backgroundColor: doughnut ? parts : bars[i],
          borderColor: colour("--surface"),
          borderWidth: doughnut ? 2 : 0,
          borderRadius: doughnut ? 0 : 3,
          maxBarThickness: lying ? 22 : 40,
        })),
      },
      options: {
        indexAxis: lying ? "y" : "x",
        maintainAspectRatio: false,
        plugins: { legend: { position: "bottom", labels: { boxWidth: 14 } } },
        scales: doughnut ? {} : { x: lying ? scale : { grid: { display: false } }, y: lying ? { grid: { display: false } } : scale },
      },
    });
  });
})();
