// Draws the trend over its own table; without this script the table is all there is, and it is enough.
const chart = document.getElementById("trend-chart");
const print = document.querySelector("[data-print]");
if (print) { print.hidden = false; print.addEventListener("click", () => window.print()); }

if (chart && window.echarts) {
  const rows = [...document.querySelectorAll(`#${chart.dataset.table} tbody tr`)].map(row => [...row.cells].map(cell => cell.textContent.trim()));
  const still = matchMedia("(prefers-reduced-motion: reduce)").matches;
  chart.hidden = false;
  chart.parentElement.querySelector("details").open = false;
  const drawing = echarts.init(chart, null, { renderer: "svg" });
  const colour = getComputedStyle(document.documentElement).getPropertyValue("--late").trim();
  drawing.setOption({
    animation: !still,
    aria: { enabled: true, label: { description: `${document.getElementById("trend-title").textContent}. ${rows.map(r => `${r[0]}: ${r[2]}`).join(", ")}` } },
    textStyle: { fontFamily: getComputedStyle(document.body).fontFamily, fontSize: 14 },
    grid: { left: 8, right: 16, top: 32, bottom: 8, containLabel: true },
    xAxis: { type: "category", data: rows.map(r => r[0]), axisLabel: { hideOverlap: true, color: "#545454" } },
    yAxis: { type: "value", name: chart.dataset.unit, nameTextStyle: { align: "left", color: "#545454" }, minInterval: 1, axisLabel: { color: "#545454" } },
    series: [{ type: "line", data: rows.map(r => Number(r[2])), symbolSize: 6, lineStyle: { width: 3, color: colour }, itemStyle: { color: colour }, areaStyle: { color: colour, opacity: .08 } }],
  });
  addEventListener("resize", () => drawing.resize());
  addEventListener("beforeprint", () => drawing.resize());
}
