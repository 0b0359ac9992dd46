package dev.akin.local.evaluate;

/// The style of the page: system fonts, light and dark, nothing fetched. The colours of the series
/// are those of Okabe and Ito, which colour-blind readers can tell apart; each is dark or light
/// enough for its background.
final class PageStyle {
  static final String CSS =
      """
      :root { color-scheme: light dark;
        --page: #fbfbf9; --card: #ffffff; --ink: #1d2126; --soft: #59626c; --rule: #dfe2e5;
        --accent: #0b5f8a; --s0: #0072b2; --s1: #d55e00; --s2: #00805c; --s3: #b0548a;
        --s4: #8a6d00; --s5: #2b7fb8; --s6: #5a5a5a; --s7: #7a4fb5; }
      @media (prefers-color-scheme: dark) { :root {
        --page: #14171a; --card: #1c2024; --ink: #e9ecef; --soft: #a7b0b9; --rule: #343b42;
        --accent: #7cc7ee; --s0: #56b4e9; --s1: #f0954f; --s2: #2fc69b; --s3: #e29cc6;
        --s4: #f0d142; --s5: #8fbfe8; --s6: #b9b9b9; --s7: #b79aee; } }
      * { box-sizing: border-box; }
      body { margin: 0; background: var(--page); color: var(--ink);
        font: 16px/1.55 system-ui, -apple-system, "Segoe UI", Roboto, sans-serif; }
      main { max-width: 68rem; margin: 0 auto; padding: 2.5rem 1.25rem 4rem; }
      h1 { font-size: 1.9rem; line-height: 1.2; margin: 0 0 .5rem; letter-spacing: -.01em; }
      h2 { font-size: 1.3rem; margin: 3rem 0 .4rem; }
      h3 { font-size: 1rem; margin: 0 0 .5rem; }
      p { max-width: 44rem; margin: .3rem 0 1rem; }
      .lead { font-size: 1.12rem; }
      .soft { color: var(--soft); }
      .skip { position: absolute; left: -99rem; }
      .skip:focus { left: 1rem; top: 1rem; background: var(--card); padding: .5rem 1rem; }
      nav ul { list-style: none; display: flex; flex-wrap: wrap; gap: .3rem 1.2rem; padding: 0; }
      a { color: var(--accent); }
      a:focus-visible, summary:focus-visible, .scroll:focus-visible {
        outline: 2px solid var(--accent); outline-offset: 2px; }
      dl.facts { display: grid; grid-template-columns: repeat(auto-fill, minmax(12rem, 1fr));
        gap: .8rem; margin: 1.5rem 0; }
      dl.facts div { background: var(--card); border: 1px solid var(--rule); border-radius: .6rem;
        padding: .6rem .9rem; }
      dt { color: var(--soft); font-size: .85rem; }
      dd { margin: 0; font-weight: 600; overflow-wrap: anywhere; }
      .grid { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(100%, 26rem), 1fr));
        gap: 1rem; }
      figure { background: var(--card); border: 1px solid var(--rule); border-radius: .6rem;
        margin: 0; padding: 1rem 1rem .6rem; min-width: 0; }
      figure.wide { margin-bottom: 1rem; max-width: 52rem; }
      figcaption { font-weight: 600; margin-bottom: .4rem; }
      figcaption span { font-weight: 400; color: var(--soft); font-size: .85rem; }
      svg { display: block; width: 100%; height: auto; font-family: inherit; }
      svg text { fill: var(--ink); font-size: 13px; }
      svg .tick, svg .axis { fill: var(--soft); font-size: 11px; }
      svg .end { text-anchor: end; } svg .middle { text-anchor: middle; }
      svg .number { font-variant-numeric: tabular-nums; }
      svg .grid { stroke: var(--rule); stroke-width: 1; }
      svg .zero { stroke: var(--ink); stroke-width: 1.5; }
      svg .whisker { stroke-width: 3; stroke-linecap: round; opacity: .55; }
      svg .interval { stroke: var(--ink); stroke-width: 1.5; }
      svg .curve { fill: none; stroke-width: 2.5; stroke-linejoin: round; }
      svg .strong { fill: var(--accent); stroke: var(--accent); }
      svg .weak { fill: var(--soft); stroke: var(--soft); }
      svg .s0 { fill: var(--s0); stroke: var(--s0); } svg .s1 { fill: var(--s1); stroke: var(--s1); }
      svg .s2 { fill: var(--s2); stroke: var(--s2); } svg .s3 { fill: var(--s3); stroke: var(--s3); }
      svg .s4 { fill: var(--s4); stroke: var(--s4); } svg .s5 { fill: var(--s5); stroke: var(--s5); }
      svg .s6 { fill: var(--s6); stroke: var(--s6); } svg .s7 { fill: var(--s7); stroke: var(--s7); }
      svg .curve.s0, svg .curve.s1, svg .curve.s2, svg .curve.s3, svg .curve.s4, svg .curve.s5,
      svg .curve.s6, svg .curve.s7 { fill: none; }
      .scroll { overflow-x: auto; margin: 1rem 0; }
      table { border-collapse: collapse; width: 100%; font-size: .92rem; }
      caption { text-align: left; color: var(--soft); padding: .3rem 0; }
      th, td { padding: .4rem .7rem; border-bottom: 1px solid var(--rule); text-align: right;
        font-variant-numeric: tabular-nums; white-space: nowrap; }
      th:first-child, td:first-child { text-align: left; }
      th:first-child { position: sticky; left: 0; background: var(--page); }
      td small { color: var(--soft); display: block; }
      summary { cursor: pointer; color: var(--accent); margin: .8rem 0; }
      @media print { nav, .skip { display: none; } figure { break-inside: avoid; } }
      """;

  private PageStyle() {}
}
