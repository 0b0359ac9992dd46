package dev.akin.local.evaluate;

import java.util.Locale;

/// Writes one drawing. Colours come from the page's style by class, so light and dark work; a
/// screen reader gets the label, and the numbers are in a table beside every drawing.
final class Svg {
  private final StringBuilder out = new StringBuilder();

  Svg(int width, int height, String label) {
    out.append("<svg viewBox=\"0 0 ").append(width).append(' ').append(height);
    out.append("\" role=\"img\" aria-label=\"").append(Markup.escaped(label)).append("\">");
  }

  Svg text(double x, double y, String style, String text) {
    out.append("<text x=\"").append(n(x)).append("\" y=\"").append(n(y));
    out.append("\" class=\"").append(style).append("\">").append(Markup.escaped(text));
    out.append("</text>");
    return this;
  }

  Svg line(double x1, double y1, double x2, double y2, String style) {
    out.append("<line x1=\"").append(n(x1)).append("\" y1=\"").append(n(y1));
    out.append("\" x2=\"").append(n(x2)).append("\" y2=\"").append(n(y2));
    out.append("\" class=\"").append(style).append("\"/>");
    return this;
  }

  Svg bar(double x, double y, double width, double height, String style) {
    out.append("<rect x=\"").append(n(x)).append("\" y=\"").append(n(y));
    out.append("\" width=\"").append(n(Math.max(0, width))).append("\" height=\"");
    out.append(n(height)).append("\" rx=\"2\" class=\"").append(style).append("\"/>");
    return this;
  }

  /// A mark with a tooltip.
  Svg dot(double x, double y, String style, String tip) {
    out.append("<circle cx=\"").append(n(x)).append("\" cy=\"").append(n(y));
    out.append("\" r=\"5\" class=\"").append(style).append("\"><title>");
    out.append(Markup.escaped(tip)).append("</title></circle>");
    return this;
  }

  /// A line through points `x,y x,y ...`.
  Svg path(String points, String style) {
    out.append("<polyline points=\"").append(points).append("\" class=\"");
    out.append(style).append("\"/>");
    return this;
  }

  static String point(double x, double y) {
    return n(x) + "," + n(y) + " ";
  }

  String end() {
    return out + "</svg>\n";
  }

  private static String n(double value) {
    return String.format(Locale.ROOT, "%.1f", value);
  }
}
