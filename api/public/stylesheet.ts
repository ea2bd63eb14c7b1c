import { ROUTE_STYLES } from "./route-styles.ts";

/** The stylesheet of the public pages. */
export const STYLESHEET = `
:root { color-scheme: light; --ink: #1b2733; --soft: #51606f; --line: #c9d2da; --accent: #0b5394; --paper: #fff; --alert: #9c1c1c; }
* { box-sizing: border-box; }
body { margin: 0; background: #f3f5f7; color: var(--ink); font: 1.0625rem/1.5 system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", sans-serif; }
header, main, footer { max-width: 40rem; margin: 0 auto; padding: 1rem 1.25rem; }
header { display: flex; justify-content: space-between; align-items: center; }
header .name { font-weight: 700; color: var(--accent); font-size: 1.25rem; }
main { background: var(--paper); border: 1px solid var(--line); border-radius: .5rem; padding: 1.5rem 1.25rem 2rem; }
h1 { font-size: 1.5rem; line-height: 1.25; margin: 0 0 .75rem; }
.number { display: block; font-size: 1.125rem; color: var(--soft); overflow-wrap: anywhere; }
a { color: var(--accent); }
a, button, input { border-radius: .25rem; }
:focus-visible { outline: 3px solid #f2a900; outline-offset: 2px; }
.field { margin: 1.25rem 0; }
label { display: block; font-weight: 600; }
.hint { display: block; color: var(--soft); font-size: .9375rem; }
input { width: 100%; font: inherit; padding: .625rem .75rem; border: 1px solid #6b7a88; margin-top: .375rem; text-transform: uppercase; }
button { font: inherit; font-weight: 600; padding: .75rem 1.25rem; min-height: 2.75rem; border: 0; background: var(--accent); color: #fff; cursor: pointer; }
.alert { border-left: .375rem solid var(--alert); background: #fdf0ef; color: #6d1313; padding: .75rem 1rem; }
dl { margin: 1rem 0; }
dl div { border-top: 1px solid var(--line); padding: .75rem 0; }
dt { color: var(--soft); font-size: .9375rem; }
dd { margin: .125rem 0 0; font-size: 1.125rem; overflow-wrap: anywhere; }
dd ul { margin: 0; padding-left: 1.125rem; }
dd li + li { margin-top: .5rem; }
.rule { white-space: nowrap; }
small { display: block; color: var(--soft); font-size: .875rem; }
.as-of, footer { color: var(--soft); font-size: .9375rem; }
.skip { position: absolute; left: -100rem; }
.skip:focus { left: .5rem; top: .5rem; background: #fff; padding: .5rem; }
.verdict { border-left: .375rem solid var(--accent); background: #eef4fa; padding: .75rem 1rem; margin: 1rem 0; }
.verdict h2 { margin: 0 0 .375rem; }
.verdict p { margin: 0 0 .375rem; }
.verdict p:last-child { margin: 0; }
.verdict strong { display: block; font-size: 1.375rem; line-height: 1.3; }
.verdict.good { border-color: #1d6b35; background: #eef7f0; }
.verdict.bad { border-color: var(--alert); background: #fdf0ef; }
.verdict.changed { border-color: #8a5200; background: #fff5e6; }
h2 { font-size: 1.1875rem; margin: 2rem 0 .5rem; }
.days { width: 100%; border-collapse: collapse; font-size: 1rem; font-variant-numeric: tabular-nums; }
.days th { text-align: left; font-size: .875rem; color: var(--soft); padding: .375rem .5rem; border-bottom: 2px solid var(--line); }
.days th[scope=rowgroup] { font-size: 1rem; color: var(--accent); border: 0; padding-top: .875rem; }
.days td { padding: .3125rem .5rem; border-top: 1px solid var(--line); vertical-align: top; }
.days .nth { text-align: right; white-space: nowrap; }
.days .skipped { color: var(--soft); background: #f3f5f7; }
.days .rolled { color: var(--accent); font-weight: 600; }
.days .due td { background: var(--accent); color: #fff; font-weight: 600; }
@media (max-width: 30rem) { .days .weekday { display: none; } .days td { padding: .3125rem .25rem; } }
@media (min-width: 36rem) { dl div { display: grid; grid-template-columns: 11rem 1fr; gap: 1rem; } }
@media print { body { background: #fff; font-size: 11pt; } main { border: 0; padding: 0; } .no-print, .skip { display: none; } .days { font-size: 9.5pt; } .days thead { display: table-header-group; } .days tr { break-inside: avoid; } .days .rolled { color: var(--accent); font-weight: 600; }
.days .due td { background: none; color: inherit; border: 2px solid; } }
${ROUTE_STYLES}`;
