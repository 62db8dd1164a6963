// A value as a table, a card or a timeline shows it, made from plain C++ values.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/money.hpp"
#include "base/time.hpp"
#include "web/html/markup.hpp"
#include "web/html/url.hpp"
#include "web/ui/badge.hpp"

namespace web::ui {

enum class Align { start, end };

class Value {
 public:
  Value() = default;  // nothing known: shown as a dash, "non renseigné" to screen readers
  Value(std::string_view text);
  Value(const std::string& text) : Value(std::string_view(text)) {}
  Value(const char* text) : Value(std::string_view(text)) {}
  Value(base::Money amount);     // 1 234,50 €
  Value(base::Rate rate);        // 10 %
  Value(base::Day day);          // 21/11/2026
  Value(base::Instant instant);  // 21 nov. 2026, 09:12
  Value(const Badge& badge);
  Value(const Due& due);
  Value(html::Markup markup) : html_(std::move(markup)) {}
  template <class T>
  Value(const std::optional<T>& maybe) : Value(maybe ? Value(*maybe) : Value()) {}

  static Value number(std::int64_t n);  // 1 234
  static Value link(const html::Url& url, std::string_view text);
  static Value mail(std::string_view address);                              // a mailto: link
  static Value phone(std::string_view e164, std::string_view shown);        // a tel: link
  static Value two_lines(std::string_view first, std::string_view second);  // the second quieter
  static Value lines(std::string_view text);                                // keeps the line ends typed

  bool empty() const { return html_.empty(); }
  Align align() const { return align_; }
  const html::Markup& markup() const;

 private:
  Value(html::Markup markup, Align align) : html_(std::move(markup)), align_(align) {}
  html::Markup html_;
  Align align_ = Align::start;
};

html::Markup two_line_holes();                     // Value::two_lines, drawn once for many: each line is a hole
const html::Markup& unknown();                     // what stands for nothing known
html::Markup instant_text(base::Instant instant);  // <time>21 nov. 2026, 09:12</time>
html::Markup money_text(base::Money amount);

}  // namespace web::ui
