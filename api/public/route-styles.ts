/** What the guide "which way" adds to the stylesheet of the public pages. */
export const ROUTE_STYLES = `
fieldset { border: 0; border-top: 1px solid var(--line); margin: 1.25rem 0 0; padding: 1rem 0 0; min-width: 0; }
legend { font-weight: 600; padding: 0; float: left; width: 100%; margin-bottom: .25rem; }
legend + * { clear: both; }
.pick { display: flex; gap: .625rem; align-items: flex-start; font-weight: 400; padding: .5rem 0; min-height: 2.75rem; cursor: pointer; }
.pick input { width: 1.25rem; height: 1.25rem; flex: none; margin: .125rem 0 0; accent-color: var(--accent); }
.row { display: flex; flex-wrap: wrap; column-gap: 1.75rem; }
select { width: 100%; font: inherit; padding: .625rem .75rem; border: 1px solid #6b7a88; border-radius: .25rem; background: #fff; color: inherit; margin-top: .25rem; min-height: 2.75rem; }
form > button { margin-top: 1.5rem; }
@supports selector(:has(*)) { .of-child { display: none; } form:has(.child:checked) .of-child { display: flex; } }
.as-link { background: none; color: var(--accent); text-decoration: underline; font-weight: 400; padding: .5rem 0; min-height: 0; margin: 0; }
.acts { display: flex; flex-wrap: wrap; gap: .75rem; align-items: center; margin: 1.25rem 0 0; }
.acts form > button { margin: 0; }
.quiet { background: #fff; color: var(--accent); border: 1px solid var(--accent); }
.papers, .steps, .points, .standing { margin: .5rem 0; padding: 0; }
.papers, .points, .standing { list-style: none; }
.papers li, .standing li { border-top: 1px solid var(--line); padding: .625rem 0; break-inside: avoid; }
.papers li { padding-left: 1.875rem; position: relative; }
.papers li::before { content: ""; position: absolute; left: 0; top: .875rem; width: 1rem; height: 1rem; border: 1.5px solid #6b7a88; border-radius: .125rem; }
.papers .how { display: block; font-weight: 600; }
.points li { padding: .25rem 0 .25rem 1.25rem; position: relative; break-inside: avoid; }
.points li::before { content: "–"; position: absolute; left: 0; }
.steps { padding-left: 1.5rem; }
.steps li { padding: .375rem 0 .375rem .25rem; break-inside: avoid; }
.standing li { display: grid; grid-template-columns: 1.75rem 1fr; }
.standing .mark { font-weight: 700; color: var(--soft); }
.standing .yes .mark { color: #1d6b35; }
.standing .no .mark { color: var(--alert); }
.rules { font-weight: 400; color: var(--soft); font-size: .875rem; overflow-wrap: anywhere; }
.rules .id { white-space: nowrap; }
.note { border-left: .375rem solid #8a5200; background: #fff5e6; padding: .75rem 1rem; margin: 1rem 0; }
details { margin-top: 2rem; border-top: 1px solid var(--line); padding-top: .75rem; }
summary { color: var(--accent); font-weight: 600; cursor: pointer; padding: .5rem 0; }
details dl { font-size: .9375rem; }
details dd { font-size: 1rem; }
@media (min-width: 36rem) { details dl div { grid-template-columns: 6rem 1fr; } }
dt::first-letter { text-transform: uppercase; }
@media print { .acts, details { display: none; } header, footer { padding-left: 0; padding-right: 0; } }
`;
