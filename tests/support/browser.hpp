// What a journey drives: a browser without script. It keeps cookies, fills the forms of the page it was given and sends
// them as Chromium would, headers included.
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "support/raw_client.hpp"

namespace support {

using Values = std::vector<std::pair<std::string, std::string>>;

struct FileChoice {
  std::string field;
  std::string filename;
  std::string content_type;
  std::string bytes;
};

// A form as it stands in a page, with what it would send if submitted untouched.
struct PageForm {
  std::string action;  // path and query; the page's own when the form names none
  std::string method;  // "get" or "post"
  std::string id;
  bool multipart = false;
  Values fields;  // hidden fields, texts, ticked boxes, chosen options; neither files nor buttons
};

struct Page {
  int status = 0;
  std::string path;                                          // that was asked, with its query
  std::vector<std::pair<std::string, std::string>> headers;  // names in lower case
  std::string body;

  std::string header(std::string_view lower_case_name) const;
  std::string location() const { return header("location"); }
  bool shows(std::string_view text) const;  // in the body, entities and tags aside, blanks made one space

  std::vector<PageForm> forms() const;
  // The form whose action (without its query) or id is `name`. Throws std::runtime_error when there is none, or
  // several.
  PageForm form(std::string_view name) const;
  std::string hidden(std::string_view field) const;  // the value of the first field so named; empty when there is none
  std::string text() const;                          // of the body: no tags, no entities, blanks made one space
};

class Browser {
 public:
  explicit Browser(std::uint16_t port) : port_(port) {}

  Page get(std::string_view path);
  // Adds the token of the last page, unless `fields` has one.
  Page post_form(std::string_view path, Values fields);
  Page post_multipart(std::string_view path, Values fields, const std::vector<FileChoice>& files);
  // Sends a form of `page` with some values changed or added.
  Page submit(const Page& page, std::string_view form_name, const Values& changes = {},
              const std::vector<FileChoice>& files = {});
  Page follow(
      const Page& page);  // the page a redirect leads to (as many as it takes, 10 at most); itself if it is none
  Page send(std::string_view method, std::string_view path, std::string_view content_type, std::string_view body);

  std::string cookie(std::string_view name) const;
  void set_cookie(std::string name, std::string value) { cookies_[std::move(name)] = std::move(value); }

 private:
  Page exchange(const std::string& request, std::string_view method, std::string_view path);
  std::string head(std::string_view method, std::string_view path) const;
  void keep_cookies(const RawAnswer& answer);

  std::uint16_t port_;
  std::unique_ptr<RawClient> connection_;
  std::map<std::string, std::string, std::less<>> cookies_;
  std::map<std::string, std::string, std::less<>> headers_ = {{"Sec-Fetch-Site", "same-origin"}};
  std::string token_;  // `_jeton` of the last page that had one
};

}  // namespace support
