#include "floor/payments/sepa_text.hpp"

#include "base/fold_table.hpp"
#include "base/text.hpp"
#include "base/utf8.hpp"

namespace payments {
namespace {

constexpr std::string_view signs = "/-?:().,'+";

bool plain(char32_t c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
         (c < 0x80 && signs.find(static_cast<char>(c)) != std::string_view::npos);
}

// Of the letters between U+00C0 and U+017F: capitals stand before their small letter.
bool capital(char32_t c) {
  if (c <= 0xDE) return true;
  if (c < 0x100) return false;
  const bool odd_capitals = (c >= 0x139 && c <= 0x148) || (c >= 0x179 && c <= 0x17E);
  return c == 0x178 || (c % 2 == 0) != odd_capitals;
}

std::string letters_of(char32_t c) {
  std::string letters(base::folded_letters(c));
  if (!letters.empty() && capital(c))
    for (char& letter : letters) letter = static_cast<char>(letter - 'a' + 'A');
  return letters;
}

std::string likeness(char32_t c) {
  if (plain(c)) return {static_cast<char>(c)};
  if (base::is_blank(c)) return " ";
  switch (c) {
    case U'’':
    case U'‘':
    case U'`':
    case U'´':
    case U'"':
    case U'“':
    case U'”':
    case U'«':
    case U'»':
      return "'";
    case U'–':
    case U'—':
    case U'‑':
    case U'_':
      return "-";
    case U'&':
      return "+";
    case U';':
      return ",";
    case U'…':
      return "...";
    case U'€':
      return "EUR";
    case U'°':
      return "o";
    case U'@':
      return "(a)";
    default:
      break;
  }
  return c >= 0xC0 && c <= 0x17F ? letters_of(c) : " ";
}

// Banks read a leading or doubled slash as a mark of their own.
std::string without_marks(std::string_view text) {
  std::string kept;
  for (const char c : text)
    if (c != '/' || (!kept.empty() && kept.back() != '/')) kept += c;
  return kept;
}

}  // namespace

std::string sepa_text(std::string_view text, std::size_t longest) {
  std::string written;
  for (std::size_t at = 0; at < text.size();) {
    const auto c = base::decode_utf8(text, at);
    written += likeness(c.value);
    at += c.length;
  }
  written = without_marks(base::squeeze(written));
  if (written.size() > longest) written.resize(longest);
  while (!written.empty() && (written.back() == '/' || written.back() == ' ')) written.pop_back();
  return written;
}

bool sepa_identifier(std::string_view text) {
  constexpr std::size_t longest = 35;
  if (text.empty() || text.size() > longest || text.front() == '/' || text.back() == '/') return false;
  if (text.find("//") != std::string_view::npos) return false;
  for (const char c : text)
    if (!plain(static_cast<unsigned char>(c))) return false;
  return true;
}

}  // namespace payments
