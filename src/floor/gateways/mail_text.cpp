#include "floor/gateways/mail_text.hpp"

#include <date/date.h>
#include <fmt/format.h>

#include <algorithm>

#include "base/identifiers.hpp"
#include "base/text.hpp"
#include "base/utf8.hpp"
#include "web/percent.hpp"

namespace gateways {

namespace {

constexpr std::string_view word_begin = "=?UTF-8?Q?", word_end = "?=";
constexpr std::size_t longest_word = 75 - word_begin.size() - word_end.size();

bool plain(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return c >= ' ' && c < 0x7F; });
}

std::string q_encoded(std::string_view character) {
  std::string text;
  for (const char c : character) {
    const bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    if (letter)
      text += c;
    else if (c == ' ')
      text += '_';
    else
      text += fmt::format("={:02X}", static_cast<unsigned char>(c));
  }
  return text;
}

}  // namespace

std::optional<Mailbox> Mailbox::parse(std::string_view text) {
  text = base::trim(text);
  Mailbox mailbox;
  if (text.ends_with('>')) {
    const auto open = text.rfind('<');
    if (open == std::string_view::npos) return std::nullopt;
    std::string_view name = base::trim(text.substr(0, open));
    if (name.size() >= 2 && name.front() == '"' && name.back() == '"') name = name.substr(1, name.size() - 2);
    mailbox.name = name;
    text = text.substr(open + 1, text.size() - open - 2);
  }
  const auto email = base::EmailAddress::parse(text);
  // It will stand on one line, between quotes.
  const bool fits = std::none_of(mailbox.name.begin(), mailbox.name.end(), [](char c) {
    return static_cast<unsigned char>(c) < ' ' || c == 0x7F || c == '"' || c == '\\';
  });
  if (!email || !fits) return std::nullopt;
  mailbox.address = email->text();
  return mailbox;
}

std::string encoded_words(std::string_view text) {
  // What looks like an encoded word must not be read as one.
  if (plain(text) && text.find("=?") == std::string_view::npos) return std::string(text);
  std::string words, word;
  const auto close = [&] {
    if (!words.empty()) words += "\r\n ";
    words += std::string(word_begin) + word + std::string(word_end);
    word.clear();
  };
  for (std::size_t at = 0; at < text.size();) {
    const base::CodePoint point = base::decode_utf8(text, at);
    const std::string encoded = q_encoded(text.substr(at, point.length));
    if (word.size() + encoded.size() > longest_word) close();
    word += encoded;
    at += point.length;
  }
  close();
  return words;
}

std::string disposition(std::string_view filename) {
  if (plain(filename) && filename.find_first_of("\"\\") == std::string_view::npos)
    return fmt::format("attachment; filename=\"{}\"", filename);
  return fmt::format("attachment; filename*=UTF-8''{}", web::encode_percent(filename));
}

std::string mail_date(base::Instant instant) {
  const date::sys_seconds seconds{std::chrono::seconds{instant.micros / 1'000'000}};
  return date::format("%a, %d %b %Y %H:%M:%S +0000", seconds);
}

std::string with_crlf(std::string_view text) {
  std::string made;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '\n' && (i == 0 || text[i - 1] != '\r')) made += '\r';
    made += text[i];
  }
  return made;
}

}  // namespace gateways
