#include "base/log.hpp"

#include <fmt/format.h>
#include <unistd.h>

#include "base/clock.hpp"

namespace base {

namespace {

std::string_view name_of(Severity severity) {
  switch (severity) {
    case Severity::info:
      return "info";
    case Severity::warning:
      return "warning";
    case Severity::error:
      return "error";
  }
  return "";
}

// A JSON string (RFC 8259 § 7): the bytes of UTF-8 pass as they are.
std::string quoted(std::string_view text) {
  std::string out = "\"";
  for (const char c : text) {
    if (c == '"' || c == '\\') out += '\\';
    if (static_cast<unsigned char>(c) < 0x20)
      out += fmt::format("\\u{:04x}", static_cast<unsigned>(c));
    else
      out += c;
  }
  return out + '"';
}

}  // namespace

std::string log_line(Instant at, Severity severity, std::string_view event, LogFields fields) {
  std::string line =
      fmt::format(R"({{"at":"{}","level":"{}","event":{})", iso_utc(at), name_of(severity), quoted(event));
  for (const auto& [name, value] : fields) line += fmt::format(",{}:{}", quoted(name), quoted(value));
  return line + "}\n";
}

void log(Severity severity, std::string_view event, LogFields fields) {
  const std::string line = log_line(SystemClock().now(), severity, event, fields);
  if (::write(STDERR_FILENO, line.data(), line.size()) < 0) return;  // nowhere left to say so
}

}  // namespace base
