#include "web/html/hole.hpp"

#include <algorithm>

#include "base/assert.hpp"
#include "web/html/escape.hpp"

namespace web::html {
namespace {

// They stand in no page: escaping replaces them.
constexpr char content_mark = '\0', address_mark = '\1';

}  // namespace

Markup hole() { return Core::literal(std::string_view(&content_mark, 1)); }

Attribute href_hole() { return Core::literal_attribute("href", std::string_view(&address_mark, 1)); }

Around::Around(const Markup& around) {
  std::string_view rest = around.text();
  const auto next = [&] { return std::min(rest.find(content_mark), rest.find(address_mark)); };
  for (auto place = next(); place != rest.npos; place = next()) {
    parts_.push_back({std::string(rest.substr(0, place)), rest[place] == address_mark ? Hole::address : Hole::content});
    rest.remove_prefix(place + 1);
  }
  MANDAT_ASSERT(!parts_.empty());
  end_ = rest;
}

void Around::add_to(Markup& all, std::initializer_list<Filling> contents) const {
  MANDAT_ASSERT(contents.size() == parts_.size());
  std::string& out = Core::text_of(all);
  const Filling* content = contents.begin();
  for (const Part& part : parts_) {
    MANDAT_ASSERT((part.hole == Hole::address) == (content->kind() == Filling::Kind::address));
    out.append(part.before);
    if (content->kind() == Filling::Kind::markup)
      out.append(content->view());
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
