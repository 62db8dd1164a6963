#include "web/html/hole.hpp"

#include <algorithm>

#include "base/assert.hpp"
#include "web/html/escape.hpp"

namespace web::html {
namespace {

// They stand in no page: escaping replaces them.
constexpr char content_mark = '\0', address_mark = '\1', text_mark = '\2';

Attribute attribute_hole(std::string_view name, char mark) {
  return Core::literal_attribute(name, std::string_view(&mark, 1));
}

}  // namespace

Markup hole() { return Core::literal(std::string_view(&content_mark, 1)); }

Attribute href_hole() { return attribute_hole("href", address_mark); }
Attribute attr_hole(detail::AttributeName name) { return attribute_hole(name.text(), text_mark); }
Attribute aria_hole(detail::DataName name) {
  return attribute_hole(std::string("aria-").append(name.text()), text_mark);
}

Attribute data_hole(detail::DataName name) {
  return attribute_hole(std::string("data-").append(name.text()), text_mark);
}

Around::Around(const Markup& around) {
  std::string_view rest = around.text();
  const auto is_mark = [](char c) { return c == content_mark || c == address_mark || c == text_mark; };
  for (auto place = std::find_if(rest.begin(), rest.end(), is_mark); place != rest.end();
       place = std::find_if(rest.begin(), rest.end(), is_mark)) {
    const auto size = static_cast<std::size_t>(place - rest.begin());
    parts_.push_back({std::string(rest.substr(0, size)), *place == address_mark ? Hole::address
                                                         : *place == text_mark  ? Hole::text
                                                                                : Hole::content});
    rest.remove_prefix(size + 1);
  }
  MANDAT_ASSERT(!parts_.empty());
  end_ = rest;
}

bool Around::fits(Hole hole, Filling::Kind kind) {
  switch (hole) {
    case Hole::content:
      return kind != Filling::Kind::address;
    case Hole::text:
      return kind == Filling::Kind::text;
    case Hole::address:
      return kind == Filling::Kind::address;
  }
  return false;
}

void Around::add_to(Markup& all, std::initializer_list<Filling> contents) const {
  MANDAT_ASSERT(contents.size() == parts_.size());
  std::string& out = Core::text_of(all);
  const Filling* content = contents.begin();
  for (const Part& part : parts_) {
    MANDAT_ASSERT(fits(part.hole, content->kind()));
    out.append(part.before);
    if (content->kind() == Filling::Kind::writer)
      content->writer()(all);
    else if (content->kind() == Filling::Kind::markup)
      out.append(content->view());
    else if (part.hole == Hole::content)
      append_shown(out, content->view());
    else
      append_escaped(out, content->view());
    ++content;
  }
  out.append(end_);
}

Markup filled(const Markup& around, const Markup& content) {
  const std::string_view text = around.text();
  const auto place = text.find(content_mark);
  MANDAT_ASSERT(place != text.npos && text.find(content_mark, place + 1) == text.npos);
  Markup all;
  std::string& out = Core::text_of(all);
  out.reserve(text.size() + content.text().size());
  out.append(text.substr(0, place)).append(content.text()).append(text.substr(place + 1));
  return all;
}

}  // namespace web::html
