#include "floor/gateways/returns_box.hpp"

#include <fmt/format.h>

#include <optional>
#include <stdexcept>
#include <string_view>
#include <vector>

#include "base/log.hpp"
#include "base/text.hpp"
#include "floor/gateways/curl_handle.hpp"
#include "floor/gateways/mail_id.hpp"
#include "floor/gateways/returned_mail_rules.hpp"

namespace gateways {
namespace {

constexpr int lines_fetched = 1000;                     // of one mail: reports begin with what counts
constexpr std::size_t longest_mail = 256 * 1024;        // of these lines
constexpr std::size_t longest_list = 16 * 1024 * 1024;  // of the box
constexpr int most_at_once = 50;

int open_no_other(void*, curl_socket_t, curlsocktype) { return CURL_SOCKOPT_ERROR; }

// One visit: the server locks the box, numbers its mails for the length of the visit, and removes what was asked for
// when it ends well. So it is one connection: libcurl would open another one in silence, with other numbers.
class Visit {
 public:
  explicit Visit(const ReturnsBoxSettings& settings) : settings_(settings) {}

  struct Mail {
    std::string number, name;
  };
  std::vector<Mail> mails() {
    const std::string list = must_ask("UIDL", longest_list);
    if (list.size() == longest_list) throw std::length_error("the list of the box is too long");
    std::vector<Mail> found;
    for (std::string_view line : base::split(list, '\n')) {
      if (line.ends_with('\r')) line.remove_suffix(1);
      const auto space = line.find(' ');
      if (space != line.npos)
        found.push_back({std::string(line.substr(0, space)), std::string(line.substr(space + 1))});
    }
    return found;
  }
  // None when the server cannot give it.
  std::optional<std::string> head(const Mail& mail) {
    return ask(fmt::format("TOP {} {}", mail.number, lines_fetched), longest_mail);
  }
  void remove(const Mail& mail) { must_ask("DELE " + mail.number, 0, Answer::one_line); }

 private:
  enum class Answer { text, one_line };
  // None when the server says no.
  std::optional<std::string> ask(const std::string& command, std::size_t most, Answer answer = Answer::text) {
    CURL* handle = easy_.get();
    curl_easy_reset(handle);  // the connection stays
    set_common(handle, settings_.timeout, settings_.ca_file);
    Answered answered{.text = {}, .most = most};
    must(curl_easy_setopt(handle, CURLOPT_PROTOCOLS_STR, "pop3,pop3s"));
    must(curl_easy_setopt(handle, CURLOPT_URL, (settings_.url + "/").c_str()));
    must(curl_easy_setopt(handle, CURLOPT_USE_SSL,
                          settings_.tls == ReturnsBoxSettings::Tls::none ? static_cast<long>(CURLUSESSL_NONE)
                                                                         : static_cast<long>(CURLUSESSL_ALL)));
    must(curl_easy_setopt(handle, CURLOPT_USERNAME, settings_.user.c_str()));
    must(curl_easy_setopt(handle, CURLOPT_PASSWORD, settings_.password.c_str()));
    keep_answer(handle, answered);
    must(curl_easy_setopt(handle, CURLOPT_CUSTOMREQUEST, command.c_str()));
    if (answer == Answer::one_line) must(curl_easy_setopt(handle, CURLOPT_NOBODY, 1L));
    if (connected_) must(curl_easy_setopt(handle, CURLOPT_SOCKOPTFUNCTION, &open_no_other));
    const CURLcode code = curl_easy_perform(handle);
    if (code == CURLE_WEIRD_SERVER_REPLY && connected_) return std::nullopt;
    must(code);
    connected_ = true;
    return std::move(answered.text);
  }
  std::string must_ask(const std::string& command, std::size_t most, Answer answer = Answer::text) {
    auto text = ask(command, most, answer);
    if (!text) throw std::runtime_error("the server refuses " + command);
    return *std::move(text);
  }

  const ReturnsBoxSettings& settings_;
  Easy easy_ = new_easy();
  bool connected_ = false;
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
  const auto mails = visit.mails();
  std::set<std::string> there;
  for (const auto& mail : mails)
    if (left_.contains(mail.name)) there.insert(mail.name);
  left_ = std::move(there);
  int looked_at = 0;
  for (auto mail = mails.rbegin(); mail != mails.rend(); ++mail) {
    if (left_.contains(mail->name)) continue;
    if (++looked_at > most_at_once) {
      read.more = true;
      break;
    }
    const auto head = visit.head(*mail);
    if (!head) {  // libcurl hangs up on a server that says no: the next visit passes over this one
      left_.insert(mail->name);
      ++read.left;
      read.more = true;
      break;
    }
    switch (take(platform, listeners, *head, settings_.server_key)) {
      case Taken::ours:
        visit.remove(*mail);
        ++read.reports;
        break;
      case Taken::not_ours:
        left_.insert(mail->name);
        ++read.left;
        break;
      case Taken::failed:
        break;
    }
  }
  return read;
}

}  // namespace gateways
