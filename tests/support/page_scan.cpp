#include "support/page_scan.hpp"

#include <algorithm>
#include <array>

namespace support {

namespace {

constexpr std::array<std::pair<std::string_view, std::string_view>, 9> entities = {{{"&amp;", "&"},
                                                                                    {"&lt;", "<"},
                                                                                    {"&gt;", ">"},
                                                                                    {"&quot;", "\""},
                                                                                    {"&#39;", "'"},
                                                                                    {"&#x27;", "'"},
                                                                                    {"&apos;", "'"},
                                                                                    {"&nbsp;", "\u00a0"},
                                                                                    {"&#34;", "\""}}};

std::string unescaped(std::string_view html) {
  std::string text;
  while (!html.empty()) {
    const auto entity =
        std::find_if(entities.begin(), entities.end(), [&](const auto& each) { return html.starts_with(each.first); });
    if (entity != entities.end()) {
      text += entity->second;
      html.remove_prefix(entity->first.size());
    } else {
      text += html.front();
      html.remove_prefix(1);
    }
  }
  return text;
}

struct Tag {
  std::string name;  // "/form" for an end tag
  Values attributes;
  std::size_t end = 0;  // just after its '>'

  const std::string* find(std::string_view attribute) const {
    for (const auto& [key, value] : attributes)
      if (key == attribute) return &value;
    return nullptr;
  }
  std::string get(std::string_view attribute) const {
    const std::string* value = find(attribute);
    return value ? *value : std::string();
  }
};

bool blank(char c) { return c == ' ' || c == '\n' || c == '\t' || c == '\r'; }

// The tag that begins at `at`, which is a '<'.
Tag read_tag(std::string_view html, std::size_t at) {
  constexpr std::string_view name_end = " \n\t\r>=/";
  Tag tag;
  std::size_t i = std::min(html.find_first_of(" \n\t\r>", at), html.size());
  tag.name = html.substr(at + 1, i - at - 1);
  while (i < html.size() && html[i] != '>') {
    if (blank(html[i]) || html[i] == '/') {
      ++i;
      continue;
    }
    const std::size_t end = std::min(html.find_first_of(name_end, i), html.size());
    std::string name(html.substr(i, end - i));
    i = end;
    std::string value;
    if (i + 1 < html.size() && html[i] == '=') {
      const bool quoted = html[i + 1] == '"' || html[i + 1] == '\'';
      const std::size_t begin = quoted ? i + 2 : i + 1;
      i = std::min(quoted ? html.find(html[i + 1], begin) : html.find_first_of(" \n\t\r>", begin), html.size());
      value = unescaped(html.substr(begin, i - begin));
      if (quoted) ++i;
    }
    tag.attributes.emplace_back(std::move(name), std::move(value));
  }
  tag.end = std::min(i + 1, html.size());
  return tag;
}

// The next tag at or after `at`; its name is empty when there is none.
Tag next_tag(std::string_view html, std::size_t at) {
  const std::size_t begin = html.find('<', at);
  if (begin == std::string_view::npos) return {};
  return read_tag(html, begin);
}

bool sends_nothing(std::string_view type) {
  return type == "file" || type == "submit" || type == "button" || type == "reset" || type == "image";
}

void add_input(const Tag& tag, PageForm& form) {
  const std::string type = tag.get("type");
  if (tag.get("name").empty() || tag.find("disabled") || sends_nothing(type)) return;
  const bool box = type == "checkbox" || type == "radio";
  if (box && !tag.find("checked")) return;
  form.fields.emplace_back(tag.get("name"), box && !tag.find("value") ? "on" : tag.get("value"));
}

// Reads the options of a select; `at` is just after its tag. As browsers do, the first option when none is chosen.
void add_select(const Tag& select, std::string_view html, PageForm& form) {
  std::optional<std::string> chosen;
  std::optional<std::string> first;
  for (Tag tag = next_tag(html, select.end); !tag.name.empty() && tag.name != "/select";
       tag = next_tag(html, tag.end)) {
    if (tag.name != "option") continue;
    const std::size_t text_end = std::min(html.find('<', tag.end), html.size());
    const std::string value =
        tag.find("value") ? tag.get("value") : unescaped(html.substr(tag.end, text_end - tag.end));
    if (!first) first = value;
    if (tag.find("selected")) chosen = value;
  }
  if (!chosen && !select.find("multiple")) chosen = first;
  if (chosen && !select.find("disabled")) form.fields.emplace_back(select.get("name"), *chosen);
}

}  // namespace

std::string as_typed(std::string_view shown) {
  constexpr std::string_view space = "\u00A0";
  std::string text;
  while (!shown.empty()) {
    const std::string_view after = shown.substr(std::min(shown.size(), space.size()));
    const bool set =
        shown.starts_with(space) && (text.ends_with("\u00AB") || after.starts_with("\u00BB") ||
                                     (!after.empty() && std::string_view(":;!?").find(after.front()) != after.npos));
    text += set ? ' ' : shown.front();
    shown.remove_prefix(set ? space.size() : 1);
  }
  return text;
}

std::string text_of_html(std::string_view page) {
  const std::string html = as_typed(page);
  std::string text;
  for (std::size_t at = 0; at < html.size();) {
    if (html[at] == '<') {
      at = read_tag(html, at).end;
      if (!text.empty() && text.back() != ' ') text += ' ';
      continue;
    }
    const char c = blank(html[at]) ? ' ' : html[at];
    if (c != ' ' || (!text.empty() && text.back() != ' ')) text += c;
    ++at;
  }
  return unescaped(text);
}

std::vector<PageForm> forms_of_html(std::string_view html, std::string_view page_path) {
  std::vector<PageForm> forms;
  bool inside = false;
  for (Tag tag = next_tag(html, 0); !tag.name.empty(); tag = next_tag(html, tag.end)) {
    if (tag.name == "form") {
      const std::string method = tag.get("method");
      forms.push_back({.action = tag.find("action") ? tag.get("action") : std::string(page_path),
                       .method = method == "post" ? "post" : "get",
                       .id = tag.get("id"),
                       .multipart = tag.get("enctype") == "multipart/form-data",
                       .fields = {}});
      inside = true;
    } else if (tag.name == "/form") {
      inside = false;
    } else if (inside && tag.name == "input") {
      add_input(tag, forms.back());
    } else if (inside && tag.name == "select") {
      add_select(tag, html, forms.back());
    } else if (inside && tag.name == "textarea") {
      const std::size_t end = std::min(html.find("</textarea", tag.end), html.size());
      forms.back().fields.emplace_back(tag.get("name"), unescaped(html.substr(tag.end, end - tag.end)));
      tag.end = end;
    }
  }
  return forms;
}

}  // namespace support
