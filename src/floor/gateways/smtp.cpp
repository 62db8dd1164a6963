#include "floor/gateways/smtp.hpp"

#include <fmt/format.h>

#include <charconv>
#include <filesystem>

#include "floor/gateways/curl_handle.hpp"
#include "floor/gateways/mail_id.hpp"
#include "floor/gateways/smtp_rules.hpp"

namespace gateways {

using messages::Answer;
using messages::Fault;
using messages::Sent;

struct SmtpTransport::Connection {
  Easy easy = new_easy();
};

namespace {

// Listens to the talk: libcurl tells at its end that it failed, not where.
class Ear {
 public:
  explicit Ear(CURL* handle) {
    must(curl_easy_setopt(handle, CURLOPT_VERBOSE, 1L));
    must(curl_easy_setopt(handle, CURLOPT_DEBUGFUNCTION, &Ear::hear));
    must(curl_easy_setopt(handle, CURLOPT_DEBUGDATA, this));
  }
  Ear(const Ear&) = delete;
  Ear& operator=(const Ear&) = delete;

  const SmtpTalk& talk() const { return talk_; }

 private:
  static int hear(CURL*, curl_infotype type, char* data, std::size_t size, void* ear) {
    const std::string_view line(data, size);
    if (type == CURLINFO_HEADER_OUT) static_cast<Ear*>(ear)->said(line);
    if (type == CURLINFO_HEADER_IN) static_cast<Ear*>(ear)->answered(line);
    return 0;
  }
  void said(std::string_view command) {
    over_ = over_ || command.starts_with("QUIT");  // what follows is good manners
    if (over_) return;
    if (command.starts_with("AUTH ")) talk_.stage = SmtpStage::sign_in;
    if (command.starts_with("MAIL FROM:")) talk_.stage = SmtpStage::sender;
    if (command.starts_with("RCPT TO:")) talk_.stage = SmtpStage::recipient;
    if (command.starts_with("DATA\r")) talk_.stage = SmtpStage::content;
    talk_.reply = 0;
    talk_.words.clear();
  }
  void answered(std::string_view line) {
    if (over_) return;
    constexpr std::size_t code_digits = 3;
    int code = 0;
    const auto [end, error] = std::from_chars(line.data(), line.data() + std::min(line.size(), code_digits), code);
    if (error != std::errc() || end != line.data() + code_digits) return;
    talk_.reply = code;
    talk_.words = stored_words(talk_.words + ' ' + std::string(line));
  }

  SmtpTalk talk_;
  bool over_ = false;
};

std::string url_of(const SmtpSettings& settings) {
  const std::string_view scheme = settings.tls == SmtpSettings::Tls::immediate ? "smtps" : "smtp";
  const bool v6 = settings.host.find(':') != std::string::npos;
  return fmt::format("{}://{}{}{}:{}/{}", scheme, v6 ? "[" : "", settings.host, v6 ? "]" : "", settings.port,
                     settings.from.domain());  // the path is what EHLO says
}

void set_server(CURL* handle, const SmtpSettings& settings) {
  set_common(handle, settings.timeout, settings.ca_file);
  must(curl_easy_setopt(handle, CURLOPT_PROTOCOLS_STR, "smtp,smtps"));
  must(curl_easy_setopt(handle, CURLOPT_URL, url_of(settings).c_str()));
  const long tls = settings.tls == SmtpSettings::Tls::none ? CURLUSESSL_NONE : CURLUSESSL_ALL;
  must(curl_easy_setopt(handle, CURLOPT_USE_SSL, tls));
  if (settings.user.empty()) return;
  must(curl_easy_setopt(handle, CURLOPT_USERNAME, settings.user.c_str()));
  must(curl_easy_setopt(handle, CURLOPT_PASSWORD, settings.password.c_str()));
}

std::string from_line(const Mailbox& from) {
  if (from.name.empty()) return from.address;
  const std::string name = encoded_words(from.name);
  const bool encoded = name.starts_with("=?");
  return encoded ? name + "\r\n <" + from.address + ">" : "\"" + name + "\" <" + from.address + ">";
}

List head_of(const messages::Message& message, const SmtpSettings& settings) {
  List head;
  head.add("Date: " + mail_date(message.created));
  head.add("From: " + from_line(settings.from));
  head.add("To: " + message.to.address);
  head.add("Subject: " + encoded_words(message.subject));
  head.add("Message-ID: <" + message_id(message.id, settings.from.domain(), settings.server_key) + ">");
  head.add("Auto-Submitted: auto-generated");  // RFC 3834: no holiday notice is wanted back
  return head;
}

void add_text(curl_mime* mime, std::string_view body) {
  curl_mimepart* part = curl_mime_addpart(mime);
  const std::string text = with_crlf(body);
  must(curl_mime_data(part, text.data(), text.size()));
  must(curl_mime_type(part, "text/plain; charset=utf-8"));
  must(curl_mime_encoder(part, "quoted-printable"));
}

// False when the file is not there.
bool add_attachment(curl_mime* mime, const messages::Attachment& attachment) {
  std::error_code missing;
  if (!std::filesystem::is_regular_file(attachment.path, missing)) return false;
  curl_mimepart* part = curl_mime_addpart(mime);
  if (curl_mime_filedata(part, attachment.path.c_str()) != CURLE_OK) return false;
  must(curl_mime_type(part, std::string(attachment.media_type).c_str()));
  must(curl_mime_encoder(part, "base64"));
  List head;
  head.add("Content-Disposition: " + disposition(attachment.filename));
  must(curl_mime_headers(part, head.get(), 1));
  static_cast<void>(head.release());  // the part's now
  return true;
}

SmtpTrouble trouble_of(CURLcode code) {
  if (of_encryption(code)) return SmtpTrouble::encryption;
  return code == CURLE_LOGIN_DENIED ? SmtpTrouble::sign_in : SmtpTrouble::none;
}

}  // namespace

SmtpTransport::SmtpTransport(SmtpSettings settings)
    : settings_(std::move(settings)), connection_(std::make_unique<Connection>()) {}

SmtpTransport::~SmtpTransport() = default;

Answer SmtpTransport::send(const messages::Outgoing& outgoing) {
  CURL* handle = connection_->easy.get();
  curl_easy_reset(handle);  // the connection stays
  const List head = head_of(outgoing.message, settings_);
  const Mime mime(curl_mime_init(handle));
  add_text(mime.get(), outgoing.body);
  for (const messages::Attachment& attachment : outgoing.attachments)
    if (!add_attachment(mime.get(), attachment)) return {Sent::delayed, Fault::attachment};
  List recipients;
  recipients.add(outgoing.message.to.address);
  const Ear ear(handle);
  set_server(handle, settings_);
  const std::string& returns_to = settings_.returns_to.empty() ? settings_.from.address : settings_.returns_to;
  must(curl_easy_setopt(handle, CURLOPT_MAIL_FROM, returns_to.c_str()));
  must(curl_easy_setopt(handle, CURLOPT_MAIL_RCPT, recipients.get()));
  must(curl_easy_setopt(handle, CURLOPT_HTTPHEADER, head.get()));
  must(curl_easy_setopt(handle, CURLOPT_MIMEPOST, mime.get()));
  const CURLcode code = curl_easy_perform(handle);
  if (code == CURLE_OK) return Sent::accepted;
  if (code == CURLE_READ_ERROR) return {Sent::delayed, Fault::attachment};
  SmtpTalk talk = ear.talk();
  talk.trouble = trouble_of(code);
  return judge_smtp(talk);
}

}  // namespace gateways
