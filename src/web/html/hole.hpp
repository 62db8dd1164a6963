// Elements drawn around holes, which are then filled: long content is copied once, not once for each element around it,
// and what is drawn many times with other contents is drawn once.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "web/html/attributes.hpp"
#include "web/html/markup.hpp"
#include "web/html/url.hpp"

namespace web::html {

Markup hole();                                    // for text or markup
Attribute href_hole();                            // for an address
Attribute attr_hole(detail::AttributeName name);  // for text
Attribute aria_hole(detail::DataName name);       // for text
Attribute data_hole(detail::DataName name);       // for text

// `around` has one hole (asserted).
Markup filled(const Markup& around, const Markup& content);

// What goes into a hole; a view for the length of the call.
class Filling {
 public:
  enum class Kind : std::uint8_t { text, markup, address, writer };
  using Writer = std::function<void(Markup& all)>;  // adds markup at the end: nothing long is copied twice

  Filling(const Markup& markup) : view_(markup.text()), kind_(Kind::markup) {}
  Filling(const Url& url) : view_(url.text()), kind_(Kind::address) {}
  Filling(std::string_view text) : view_(text), kind_(Kind::text) {}
  Filling(const std::string& text) : view_(text), kind_(Kind::text) {}
  Filling(const char* text) : view_(text), kind_(Kind::text) {}
  Filling(const Writer& writer) : writer_(&writer), kind_(Kind::writer) {}

  Kind kind() const { return kind_; }
  std::string_view view() const { return view_; }
  const Writer& writer() const { return *writer_; }

 private:
  std::string_view view_;
  const Writer* writer_ = nullptr;
  Kind kind_;
};

// Markup cut at its holes.
class Around {
 public:
  explicit Around(const Markup& around);
  // As many as there are holes, in their order, each of what its hole is for (asserted).
  void add_to(Markup& all, std::initializer_list<Filling> contents) const;
  void add_to(Markup& all, const Markup& content) const { add_to(all, {Filling(content)}); }

 private:
  enum class Hole : std::uint8_t { content, text, address };
  struct Part {
    std::string before;
    Hole hole;
  };
  static bool fits(Hole hole, Filling::Kind kind);

  std::vector<Part> parts_;
  std::string end_;
};

}  // namespace web::html
