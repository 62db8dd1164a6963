#include "floor/gateways/returns_box.hpp"

#include <algorithm>
#include <stdexcept>
#include <utility>
#include <vector>

#include "base/log.hpp"
#include "floor/gateways/curl_handle.hpp"
#include "floor/gateways/mail_id.hpp"
#include "floor/gateways/returned_mail_rules.hpp"

namespace gateways {
namespace {

constexpr std::size_t most_kept = 256 * 1024;  // of one mail: reports begin with what counts
constexpr std::size_t most_read_at_once = 500;

std::size_t keep(char* data, std::size_t size, std::size_t count, void* text) {
  auto& kept = *static_cast<std::string*>(text);
  const std::size_t bytes = size * count;
  kept.append(data, std::min(bytes, most_kept - std::min(most_kept, kept.size())));
  return bytes;
}

// One visit: the server locks the box, and removes what was asked for when the visit ends well.
class Visit {
 public:
  explicit Visit(const ReturnsBoxSettings& settings) : settings_(settings) {}

  std::vector<std::pair<std::string, std::string>> numbers_and_names() {
    std::vector<std::pair<std::string, std::string>> found;
    const std::string answer = ask("", "UIDL");
    for (std::size_t at = 0; at < answer.size();) {
      const std::size_t end = std::min(answer.find('\n', at), answer.size());
      std::string line = answer.substr(at, end - at);
      if (line.ends_with('\r')) line.pop_back();
      const auto space = line.find(' ');
      if (space != std::string::npos) found.emplace_back(line.substr(0, space), line.substr(space + 1));
      at = end + 1;
    }
    return found;
  }
  std::string mail(const std::string& number) { return ask(number, nullptr); }
  void remove(const std::string& number) { ask(number, "DELE", Answer::one_line); }

 private:
  enum class Answer { text, one_line };
  std::string ask(const std::string& number, const char* command, Answer answer = Answer::text) {
    CURL* handle = easy_.get();
    curl_easy_reset(handle);  // the connection stays
    set_common(handle, settings_.timeout, settings_.ca_file);
    std::string text;
    must(curl_easy_setopt(handle, CURLOPT_PROTOCOLS_STR, "pop3,pop3s"));
    must(curl_easy_setopt(handle, CURLOPT_URL, (settings_.url + "/" + number).c_str()));
    must(curl_easy_setopt(handle, CURLOPT_USE_SSL,
                          settings_.tls == ReturnsBoxSettings::Tls::none ? static_cast<long>(CURLUSESSL_NONE)
                                                                         : static_cast<long>(CURLUSESSL_ALL)));
    must(curl_easy_setopt(handle, CURLOPT_USERNAME, settings_.user.c_str()));
    must(curl_easy_setopt(handle, CURLOPT_PASSWORD, settings_.password.c_str()));
    must(curl_easy_setopt(handle, CURLOPT_WRITEFUNCTION, &keep));
    must(curl_easy_setopt(handle, CURLOPT_WRITEDATA, &text));
    if (command != nullptr) must(curl_easy_setopt(handle, CURLOPT_CUSTOMREQUEST, command));
    if (answer == Answer::one_line) must(curl_easy_setopt(handle, CURLOPT_NOBODY, 1L));
    must(curl_easy_perform(handle));
    return text;
  }

  const ReturnsBoxSettings& settings_;
  Easy easy_ = new_easy();
};

messages::Report report_of(MailReport::Fate fate) {
  return fate == MailReport::Fate::returned ? messages::Report::returned : messages::Report::unwelcome;
}

// A report about one of our mails is recorded; one that cannot be is read again the next time, and holds up no other.
enum class Taken { ours, not_ours, failed };
Taken take(platform::Platform& platform, const messages::Listeners& listeners, std::string_view mail,
           std::string_view server_key) {
  const auto report = read_mail_report(mail);
  const auto message = report ? message_of(report->message_id, server_key) : std::nullopt;
  if (!message) return Taken::not_ours;
  if (report->fate == MailReport::Fate::on_its_way) return Taken::ours;
  try {
    messages::record_report(platform, listeners, *message, report_of(report->fate), stored_words(report->words));
    return Taken::ours;
  } catch (const db::Unavailable&) {
    throw;
  } catch (const std::exception& failure) {
    base::log(base::Severity::error, "mail_report_failed",
              {{"message", std::to_string(message->value)}, {"error", failure.what()}});
    return Taken::failed;
  }
}

}  // namespace

ReturnsBox::Read ReturnsBox::read(platform::Platform& platform, const messages::Listeners& listeners) {
  Read read;
  Visit visit(settings_);
  std::set<std::string> there;
  std::size_t looked_at = 0;
  for (const auto& [number, name] : visit.numbers_and_names()) {
    if (left_.contains(name)) {
      there.insert(name);
      continue;
    }
    if (++looked_at > most_read_at_once) continue;  // the next time
    switch (take(platform, listeners, visit.mail(number), settings_.server_key)) {
      case Taken::ours:
        visit.remove(number);
        ++read.reports;
        break;
      case Taken::not_ours:
        there.insert(name);
        ++read.left;
        break;
      case Taken::failed:
        break;
    }
  }
  left_ = std::move(there);
  return read;
}

}  // namespace gateways
