// Elements drawn around holes, which are then filled: long content is copied once, not once for each element around it,
// and what is drawn many times with other contents is drawn once.
#pragma once

#include <string>
#include <vector>

#include "web/html/markup.hpp"
#include "web/html/url.hpp"

namespace web::html {

Markup hole();          // for text or markup
Attribute href_hole();  // for an address

// `around` has one hole (asserted).
Markup filled(const Markup& around, const Markup& content);

// What goes into a hole; a view for the length of the call.
class Filling {
 public:
  enum class Kind : std::uint8_t { text, markup, address };

  Filling(const Markup& markup) : view_(markup.text()), kind_(Kind::markup) {}
  Filling(const Url& url) : view_(url.text()), kind_(Kind::address) {}
  Filling(std::string_view text) : view_(text), kind_(Kind::text) {}
  Filling(const std::string& text) : view_(text), kind_(Kind::text) {}
  Filling(const char* text) : view_(text), kind_(Kind::text) {}

  Kind kind() const { return kind_; }
  std::string_view view() const { return view_; }

 private:
  std::string_view view_;
  Kind kind_;
};

// Markup cut at its holes.
class Around {
 public:
  explicit Around(const Markup& around);
  // As many as there are holes, in their order, an address for an address only (asserted).
  void add_to(Markup& all, std::initializer_list<Filling> contents) const;
  void add_to(Markup& all, const Markup& content) const { add_to(all, {Filling(content)}); }

 private:
  enum class Hole : std::uint8_t { content, address };
  struct Part {
    std::string before;
    Hole hole;
  };
  std::vector<Part> parts_;
  std::string end_;
};

}  // namespace web::html
