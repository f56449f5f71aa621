// Copies from node_modules to wwwroot/lib exactly what the pages use: nothing else is served.
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";

const from = "node_modules/", to = "wwwroot/lib/";
rmSync(to, { recursive: true, force: true });

const copy = (source, target) => cpSync(from + source, to + target, { recursive: true });
// The design system lies in a cascade layer, so that our own few rules win without shouting; of its font files only WOFF2 is served.
const css = readFileSync(from + "dkfds/dist/css/dkfds.min.css", "utf8")
  .replace(/\/\*# sourceMappingURL.*?\*\//, "")
  .replace(/src:url\([^}]*?(url\([^)]*?\.woff2\) format\("woff2"\))[^}]*?}/g, "src:$1}")
  .replace(/src:(url\([^)]*?\.woff2\) format\("woff2"\)),[^}]*?}/g, "src:$1}");
mkdirSync(to + "dkfds/css", { recursive: true });
writeFileSync(to + "dkfds/css/dkfds.css", `@layer dkfds {${css}}`);
for (const weight of ["Regular", "Italic", "Medium", "SemiBold", "Bold"]) {
  const file = `fonts/IBMPlexSans/complete/woff2/IBMPlexSans-${weight}.woff2`;
  copy(`dkfds/dist/${file}`, `dkfds/${file}`);
}
copy("dkfds/dist/img/all-svg-icons.svg", "dkfds/img/all-svg-icons.svg");
copy("dkfds/dist/img/svg-icons", "dkfds/img/svg-icons");
copy("dkfds/dist/js/dkfds.min.js", "dkfds/js/dkfds.min.js");
copy("dkfds/LICENSE.md", "dkfds/LICENSE.md");
copy("htmx.org/dist/htmx.min.js", "htmx/htmx.min.js");
copy("htmx.org/LICENSE", "htmx/LICENSE");
// The smallest build that draws SVG; the simple one draws on a canvas whatever it is asked for.
copy("echarts/dist/echarts.common.min.js", "echarts/echarts.common.min.js");
copy("echarts/LICENSE", "echarts/LICENSE");
for (const [script, subset] of [["arabic", "arabic"], ["ethiopic", "ethiopic"]]) {
  copy(`@fontsource-variable/noto-sans-${script}/files/noto-sans-${script}-${subset}-wght-normal.woff2`, `noto/noto-sans-${script}.woff2`);
  copy(`@fontsource-variable/noto-sans-${script}/LICENSE`, `noto/LICENSE-${script}`);
}
writeFileSync(to + ".stamp", "");
