#include "floor/gateways/kannel.hpp"

#include <utility>

#include "floor/gateways/curl_handle.hpp"
#include "floor/gateways/kannel_rules.hpp"
#include "floor/gateways/report_address.hpp"
#include "web/percent.hpp"

namespace gateways {

struct KannelTransport::Connection {
  Easy easy = new_easy();
};

namespace {

constexpr std::size_t most_words = 1000;  // bytes of an answer that are read

KannelTalk::Request request_of(CURL* handle) {
  long sent = 0;  // bytes of the request
  curl_easy_getinfo(handle, CURLINFO_REQUEST_SIZE, &sent);
  return sent > 0 ? KannelTalk::Request::left : KannelTalk::Request::not_sent;
}

}  // namespace

std::string kannel_address(const KannelSettings& settings, const messages::Outgoing& outgoing) {
  std::string address = settings.url;
  char separator = settings.url.find('?') == std::string::npos ? '?' : '&';
  const auto field = [&](std::string_view name, std::string_view value) {
    address += std::exchange(separator, '&') + std::string(name) + '=' + web::encode_percent(value);
  };
  const bool gsm7 = messages::sms_size(outgoing.body).gsm7;
  field("username", settings.user);
  field("password", settings.password);
  field("from", settings.sender);
  if (!settings.smsc.empty()) field("smsc", settings.smsc);
  field("to", outgoing.message.to.address);
  field("charset", "UTF-8");
  field("coding", gsm7 ? "0" : "2");
  field("text", outgoing.body);
  field("dlr-mask", std::to_string(every_report));
  // Kannel puts the report's code in the place of %d.
  field("dlr-url", settings.report_url + report_path(outgoing.message.id, settings.server_key) + "?etat=%d");
  return address;
}

KannelTransport::KannelTransport(KannelSettings settings)
    : settings_(std::move(settings)), connection_(std::make_unique<Connection>()) {}

KannelTransport::~KannelTransport() = default;

messages::Answer KannelTransport::send(const messages::Outgoing& outgoing) {
  CURL* handle = connection_->easy.get();
  curl_easy_reset(handle);  // the connection stays
  set_common(handle, settings_.timeout, settings_.ca_file);
  Answered answered{.text = {}, .most = most_words};
  must(curl_easy_setopt(handle, CURLOPT_PROTOCOLS_STR, "http,https"));
  must(curl_easy_setopt(handle, CURLOPT_URL, kannel_address(settings_, outgoing).c_str()));
  keep_answer(handle, answered);
  const CURLcode code = curl_easy_perform(handle);
  KannelTalk talk{.request = request_of(handle), .words = stored_words(answered.text)};
  if (code == CURLE_OK) {
    long status = 0;
    curl_easy_getinfo(handle, CURLINFO_RESPONSE_CODE, &status);
    talk.status = static_cast<int>(status);
  } else if (of_encryption(code)) {
    talk.trouble = KannelTalk::Trouble::encryption;
  }
  return judge_kannel(talk);
}

}  // namespace gateways
