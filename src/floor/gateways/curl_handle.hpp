// libcurl's things, freed with their holders.
#pragma once

#include <curl/curl.h>

#include <chrono>
#include <memory>
#include <string>

namespace gateways {

struct EasyEnd {
  void operator()(CURL* handle) const { curl_easy_cleanup(handle); }
};
using Easy = std::unique_ptr<CURL, EasyEnd>;
Easy new_easy();  // libcurl itself is made ready by the first

struct ListEnd {
  void operator()(curl_slist* list) const { curl_slist_free_all(list); }
};
class List {
 public:
  void add(const std::string& line);
  curl_slist* get() const { return list_.get(); }
  curl_slist* release() { return list_.release(); }

 private:
  std::unique_ptr<curl_slist, ListEnd> list_;
};

struct MimeEnd {
  void operator()(curl_mime* mime) const { curl_mime_free(mime); }
};
using Mime = std::unique_ptr<curl_mime, MimeEnd>;

// Throws what libcurl says when an option cannot be set.
void must(CURLcode code);

// What every talk with a gateway asks: no signals, no proxy of the environment, a limit of time, certificates checked.
void set_common(CURL* handle, std::chrono::seconds timeout, const std::string& ca_file);

// What a gateway answers, up to so many bytes; the rest is passed over. It outlives the talk.
struct Answered {
  std::string text;
  const std::size_t most;
};
void keep_answer(CURL* handle, Answered& answered);

bool of_encryption(CURLcode code);

// The gateway's words, fit to be stored and shown: one line of valid UTF-8, 300 bytes at most.
std::string stored_words(std::string_view words);

}  // namespace gateways
