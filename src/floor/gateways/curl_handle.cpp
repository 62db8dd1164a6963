#include "floor/gateways/curl_handle.hpp"

#include <algorithm>
#include <stdexcept>

#include "base/assert.hpp"
#include "base/text.hpp"
#include "base/utf8.hpp"

namespace gateways {

namespace {

constexpr long longest_connect_ms = 10'000;
constexpr long longest_idle_seconds = 20;  // servers close a connection that says nothing
constexpr std::size_t longest_words = 300;

std::size_t keep(char* data, std::size_t size, std::size_t count, void* into) {
  auto& answered = *static_cast<Answered*>(into);
  const std::size_t bytes = size * count;
  answered.text.append(data, std::min(bytes, answered.most - std::min(answered.most, answered.text.size())));
  return bytes;
}

struct Library {
  Library() { MANDAT_ASSERT(curl_global_init(CURL_GLOBAL_DEFAULT) == CURLE_OK); }
};

}  // namespace

Easy new_easy() {
  static const Library library;
  Easy easy(curl_easy_init());
  MANDAT_ASSERT(easy);
  return easy;
}

void List::add(const std::string& line) {
  curl_slist* longer = curl_slist_append(list_.get(), line.c_str());
  if (longer == nullptr) throw std::bad_alloc();
  static_cast<void>(list_.release());
  list_.reset(longer);
}

void must(CURLcode code) {
  if (code != CURLE_OK) throw std::runtime_error(curl_easy_strerror(code));
}

void set_common(CURL* handle, std::chrono::seconds timeout, const std::string& ca_file) {
  const auto limit = static_cast<long>(std::chrono::milliseconds(timeout).count());
  must(curl_easy_setopt(handle, CURLOPT_NOSIGNAL, 1L));
  must(curl_easy_setopt(handle, CURLOPT_PROXY, ""));
  must(curl_easy_setopt(handle, CURLOPT_TIMEOUT_MS, limit));
  must(curl_easy_setopt(handle, CURLOPT_CONNECTTIMEOUT_MS, std::min(limit, longest_connect_ms)));
  must(curl_easy_setopt(handle, CURLOPT_MAXAGE_CONN, longest_idle_seconds));
  must(curl_easy_setopt(handle, CURLOPT_SSLVERSION, static_cast<long>(CURL_SSLVERSION_TLSv1_2)));
  if (!ca_file.empty()) must(curl_easy_setopt(handle, CURLOPT_CAINFO, ca_file.c_str()));
}

void keep_answer(CURL* handle, Answered& answered) {
  must(curl_easy_setopt(handle, CURLOPT_WRITEFUNCTION, &keep));
  must(curl_easy_setopt(handle, CURLOPT_WRITEDATA, &answered));
}

bool of_encryption(CURLcode code) {
  switch (static_cast<int>(code)) {
    case CURLE_SSL_CONNECT_ERROR:
    case CURLE_PEER_FAILED_VERIFICATION:
    case CURLE_USE_SSL_FAILED:
    case CURLE_SSL_CACERT_BADFILE:
    case CURLE_SSL_CERTPROBLEM:
    case CURLE_SSL_CIPHER:
      return true;
    default:
      return false;
  }
}

std::string stored_words(std::string_view words) {
  const std::string line = base::squeeze(words);
  std::string kept;
  for (std::size_t at = 0; at < line.size();) {
    const base::CodePoint point = base::decode_utf8(line, at);
    if (kept.size() + point.length > longest_words) break;
    const bool shown = point.valid && point.value >= ' ' && point.value != 0x7F;
    kept += shown ? line.substr(at, point.length) : std::string("?");
    at += point.length;
  }
  return kept;
}

}  // namespace gateways
