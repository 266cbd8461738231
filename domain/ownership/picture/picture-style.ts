/** Every difference is one of shape, outline or words as well as of colour, so that it prints and is seen by all. */
export const pictureStyle = `
.ground{fill:#fff}
text{font:13px system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans",sans-serif;fill:#16202b}
.title{font-size:20px;font-weight:600}
.note{fill:#4a5765}
.node text{text-anchor:middle}
.name{font-weight:600}
.mark{font-size:10.5px;letter-spacing:.04em}
.share{font-size:12px;fill:#3a4653}
.box{fill:#f4f7fa;stroke:#41566b;stroke-width:1.4}
.individual .box{fill:#fbf7ee;stroke:#6b5730}
.unidentified .box,.box.gap{stroke-dasharray:5 3;fill:#fff}
.subject .box{fill:#e3edf7;stroke:#16202b;stroke-width:3;stroke-dasharray:none}
.second{fill:none;stroke:#8a5a00;stroke-width:2.4}
.second.open{stroke-dasharray:2 4}
.edge path{fill:none;stroke:#41566b;stroke-width:1.5}
.edge.right path{stroke-dasharray:6 4}
.edge text{font-size:12px;text-anchor:middle;stroke:#fff;stroke-width:4px;paint-order:stroke;stroke-linejoin:round}
marker path{fill:#41566b}
.legend text{font-size:12px}
@media print{.box,.subject .box,.individual .box{fill:#fff}}`;
