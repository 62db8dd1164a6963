#include "floor/documents/media_type.hpp"

#include <algorithm>
#include <array>

#include "base/text.hpp"
#include "base/words.hpp"
#include "web/part_head.hpp"

namespace documents {
namespace {

using namespace std::string_view_literals;

constexpr base::Word<MediaType> words[] = {
    {MediaType::pdf, "application/pdf", "PDF"},
    {MediaType::jpeg, "image/jpeg", "JPEG"},
    {MediaType::png, "image/png", "PNG"},
    {MediaType::webp, "image/webp", "WebP"},
    {MediaType::xlsx, "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "Excel"},
};

struct Naming {
  MediaType type;
  std::string_view unnamed;
  std::array<std::string_view, 3> endings;  // the first is the one to add
};
constexpr Naming namings[] = {
    {MediaType::pdf, "document.pdf", {".pdf"}},   {MediaType::jpeg, "photo.jpg", {".jpg", ".jpeg", ".jfif"}},
    {MediaType::png, "photo.png", {".png"}},      {MediaType::webp, "photo.webp", {".webp"}},
    {MediaType::xlsx, "tableau.xlsx", {".xlsx"}},
};

bool is_digit(char c) { return c >= '0' && c <= '9'; }

bool begins_a_pdf(std::string_view bytes) {  // ISO 32000-2 § 7.5.2
  return bytes.starts_with("%PDF-") && bytes.size() > 8 && is_digit(bytes[5]) && bytes[6] == '.' && is_digit(bytes[7]);
}

bool ends_like(std::string_view name, std::string_view ending) {
  if (ending.empty() || name.size() <= ending.size()) return false;
  const auto lower = [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; };
  const std::string_view tail = name.substr(name.size() - ending.size());
  return std::equal(tail.begin(), tail.end(), ending.begin(), [&](char a, char b) { return lower(a) == b; });
}

}  // namespace

std::string_view to_text(MediaType type) { return base::word_of(words, type).text; }
std::optional<MediaType> media_type_from_text(std::string_view text) { return base::value_of(words, text); }

std::optional<MediaType> media_type_of(std::string_view bytes) {
  if (begins_a_pdf(bytes)) return MediaType::pdf;
  if (bytes.starts_with("\xFF\xD8\xFF"sv)) return MediaType::jpeg;
  if (bytes.starts_with("\x89PNG\r\n\x1A\n"sv)) return MediaType::png;
  if (bytes.starts_with("RIFF"sv) && bytes.substr(0, 12).ends_with("WEBP"sv)) return MediaType::webp;
  return std::nullopt;
}

std::string shown_filename(std::string_view sent, MediaType type) {
  const Naming& naming =
      *std::find_if(std::begin(namings), std::end(namings), [&](const Naming& each) { return each.type == type; });
  std::string name = base::valid_utf8(sent) ? base::squeeze(web::safe_filename(sent)) : std::string();
  name.erase(0, std::min(name.find_first_not_of('.'), name.size()));
  if (name.empty()) return std::string(naming.unnamed);
  const bool tells_the_type = std::any_of(naming.endings.begin(), naming.endings.end(),
                                          [&](std::string_view ending) { return ends_like(name, ending); });
  if (!tells_the_type) name += naming.endings.front();
  return name;
}

}  // namespace documents
