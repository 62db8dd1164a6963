#include "web/part_head.hpp"

#include <algorithm>
#include <array>

#include "base/text.hpp"
#include "web/header_text.hpp"

namespace web {

namespace {

// Takes a quoted string off `rest`. Browsers escape a quote as %22 (WHATWG HTML) and leave backslashes alone, as in
// "C:\photos\a.jpg"; other clients write \" : a backslash counts only before a quote.
std::optional<std::string> take_quoted(std::string_view& rest) {
  std::string text;
  for (std::size_t i = 1; i < rest.size(); ++i) {
    if (rest[i] == '"') {
      rest.remove_prefix(i + 1);
      return text;
    }
    if (rest[i] == '\\' && i + 1 < rest.size() && rest[i + 1] == '"') ++i;
    text += rest[i];
  }
  return std::nullopt;
}

// One `; name=value` off `rest`, which begins after the semicolon.
bool take_parameter(std::string_view& rest, ParameterizedValue& into) {
  const std::size_t equals = rest.find('=');
  if (equals == std::string_view::npos) return false;
  std::string name = lower(strip(rest.substr(0, equals)));
  rest = strip(rest.substr(equals + 1));
  if (name.empty() || into.find(name)) return false;

  std::optional<std::string> value;
  if (rest.starts_with('"')) {
    value = take_quoted(rest);
  } else {
    const std::size_t end = std::min(rest.find(';'), rest.size());
    value = std::string(strip(rest.substr(0, end)));
    rest.remove_prefix(end);
  }
  if (!value) return false;
  into.parameters.emplace_back(std::move(name), std::move(*value));
  return true;
}

bool text_without_nul(std::string_view text) {
  return text.find('\0') == std::string_view::npos && base::valid_utf8(text);
}

// Zero-width and direction marks: "facture\u202Efdp.exe" reads "factureexe.pdf".
constexpr std::array<std::string_view, 12> direction_marks = {"\u200E", "\u200F", "\u061C", "\u202A",
                                                              "\u202B", "\u202C", "\u202D", "\u202E",
                                                              "\u2066", "\u2067", "\u2068", "\u2069"};

}  // namespace

std::optional<std::string> ParameterizedValue::find(std::string_view name) const {
  for (const auto& [key, value] : parameters)
    if (key == name) return value;
  return std::nullopt;
}

std::optional<ParameterizedValue> parse_parameters(std::string_view value) {
  ParameterizedValue parsed;
  const std::size_t end = std::min(value.find(';'), value.size());
  parsed.head = lower(strip(value.substr(0, end)));
  for (std::string_view rest = value.substr(end); !rest.empty(); rest = strip(rest)) {
    if (rest.front() != ';') return std::nullopt;
    rest = strip(rest.substr(1));
    if (rest.empty()) break;
    if (!take_parameter(rest, parsed)) return std::nullopt;
  }
  return parsed;
}

std::optional<MultipartPart> parse_part_head(std::string_view head) {
  MultipartPart part;
  bool disposed = false;
  while (!head.empty()) {
    const std::size_t end = head.find("\r\n");
    if (end == std::string_view::npos) return std::nullopt;
    const std::string_view line = head.substr(0, end);
    head.remove_prefix(end + 2);
    const std::size_t colon = line.find(':');
    if (colon == std::string_view::npos) return std::nullopt;
    const std::string name = lower(line.substr(0, colon));
    const std::string_view value = strip(line.substr(colon + 1));

    if (name == "content-disposition") {
      const auto disposition = parse_parameters(value);
      if (disposed || !disposition || disposition->head != "form-data") return std::nullopt;
      disposed = true;
      const auto field = disposition->find("name");
      if (!field || !text_without_nul(*field)) return std::nullopt;
      part.name = *field;
      // RFC 7578 § 4.2 forbids `filename*`: it is not looked at.
      if (const auto filename = disposition->find("filename")) {
        if (!text_without_nul(*filename)) return std::nullopt;
        part.filename = safe_filename(*filename);
      }
    } else if (name == "content-type") {
      if (!text_without_nul(value)) return std::nullopt;
      part.content_type = value;
    } else if (name == "content-transfer-encoding") {
      const std::string encoding = lower(value);
      if (encoding != "binary" && encoding != "8bit" && encoding != "7bit") return std::nullopt;
    }
  }
  if (!disposed) return std::nullopt;
  return part;
}

std::string safe_filename(std::string_view sent) {
  constexpr std::size_t max_bytes = 255;
  constexpr std::size_t max_extension = 16;
  const std::size_t slash = sent.find_last_of("/\\");
  if (slash != std::string_view::npos) sent.remove_prefix(slash + 1);

  std::string name;
  while (!sent.empty()) {
    const auto mark = std::find_if(direction_marks.begin(), direction_marks.end(),
                                   [&](std::string_view each) { return sent.starts_with(each); });
    if (mark != direction_marks.end()) {
      sent.remove_prefix(mark->size());
      continue;
    }
    const auto byte = static_cast<unsigned char>(sent.front());
    if (byte >= 0x20 && byte != 0x7f) name += sent.front();
    sent.remove_prefix(1);
  }
  if (name == "." || name == "..") name.clear();
  if (name.size() <= max_bytes) return name;

  const std::size_t dot = name.rfind('.');
  const bool short_extension = dot != std::string::npos && name.size() - dot <= max_extension;
  const std::string extension = short_extension ? name.substr(dot) : std::string();
  std::size_t keep = max_bytes - extension.size();
  while ((static_cast<unsigned char>(name[keep]) & 0xC0) == 0x80) --keep;  // not inside a code point
  return name.substr(0, keep) + extension;
}

}  // namespace web
