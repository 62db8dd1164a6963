#include "floor/gateways/returned_mail_rules.hpp"

#include <algorithm>

#include "base/text.hpp"

namespace gateways {
namespace {

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

bool begins(std::string_view line, std::string_view lower_case) {
  return line.size() >= lower_case.size() &&
         std::equal(lower_case.begin(), lower_case.end(), line.begin(), [](char a, char b) { return a == lower(b); });
}
bool holds(std::string_view line, std::string_view lower_case) {
  return std::search(line.begin(), line.end(), lower_case.begin(), lower_case.end(),
                     [](char a, char b) { return lower(a) == b; }) != line.end();
}

// The lines of a mail, those of a folded field as one (RFC 5322 § 2.2.3).
class Lines {
 public:
  explicit Lines(std::string_view mail) : rest_(mail) {}

  bool next(std::string& line) {
    if (rest_.empty()) return false;
    line = take();
    while (!line.empty() && !rest_.empty() && (rest_.front() == ' ' || rest_.front() == '\t')) line += take();
    return true;
  }

 private:
  std::string_view take() {
    const auto end = rest_.find('\n');
    std::string_view line = rest_.substr(0, end);
    rest_.remove_prefix(end == std::string_view::npos ? rest_.size() : end + 1);
    if (line.ends_with('\r')) line.remove_suffix(1);
    return line;
  }

  std::string_view rest_;
};

// « rfc822; nobody@example.org » without its first word.
std::string value_of(std::string_view line) {
  line.remove_prefix(std::min(line.size(), line.find(':') + 1));
  return std::string(base::trim(line));
}
std::string without_type(const std::string& value) {
  const auto end = value.find(';');
  return end == std::string::npos ? value : std::string(base::trim(std::string_view(value).substr(end + 1)));
}

// Whether a status (RFC 3463: class.subject.detail) says that nothing can reach the address: its name (x.1), its
// mailbox (x.2), the way to it (x.4), or nothing at all (x.0). Size, content, loops and policy are no fault of the
// address.
bool of_the_address(std::string_view status) {
  const auto after_class = status.substr(std::min(status.size(), std::size_t{1}));
  if (after_class.starts_with(".2.3") || after_class.starts_with(".4.6")) return false;
  return after_class.starts_with(".0.") || after_class.starts_with(".1.") || after_class.starts_with(".2.") ||
         after_class.starts_with(".4.");
}

MailReport::Fate fate_of(std::string_view action, std::string_view status) {
  if (!begins(action, "failed")) return MailReport::Fate::on_its_way;
  return of_the_address(status) ? MailReport::Fate::returned : MailReport::Fate::unwelcome;
}

}  // namespace

std::optional<MailReport> read_mail_report(std::string_view mail) {
  Lines lines(mail);
  std::string line;
  bool is_report = false;
  while (lines.next(line) && !line.empty())
    is_report = is_report || (begins(line, "content-type:") && holds(line, "multipart/report"));
  if (!is_report) return std::nullopt;
  const auto skip_to = [&](auto wanted) {
    while (lines.next(line))
      if (wanted()) return true;
    return false;
  };
  if (!skip_to([&] { return begins(line, "content-type:") && holds(line, "message/delivery-status"); }))
    return std::nullopt;

  // Of several recipients (the other side knows more than one behind the address), the first who was not reached
  // counts.
  std::string action, status, words;
  bool decided = false;
  const auto about = [&] {
    if (begins(line, "final-recipient:")) {
      decided = decided || begins(action, "failed");
      if (!decided) action = status = words = "";
    }
    if (decided) return begins(line, "message-id:");
    if (begins(line, "action:")) action = value_of(line);
    if (begins(line, "status:")) status = value_of(line);
    if (begins(line, "diagnostic-code:")) words = without_type(value_of(line));
    return begins(line, "message-id:");
  };
  if (!skip_to(about) || action.empty()) return std::nullopt;
  std::string id = value_of(line);
  const bool whole = id.size() > 2 && id.front() == '<' && id.back() == '>';
  if (!whole || id.find_first_of(" \t") != std::string::npos) return std::nullopt;  // RFC 5322 § 3.6.4
  return MailReport{.message_id = id.substr(1, id.size() - 2),
                    .fate = fate_of(action, status),
                    .words = words.empty() ? status : words};
}

}  // namespace gateways
