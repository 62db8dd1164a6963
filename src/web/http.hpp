// A request and its answer as plain values: what handlers see of HTTP. No handler knows the server library.
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace web {

enum class Method { get, head, post, put, patch, del };
std::string_view to_text(Method method);

// Ordered pairs with case-sensitive names; several values of one name are kept in order (form fields, query).
class Fields {
 public:
  void add(std::string name, std::string value) { pairs_.emplace_back(std::move(name), std::move(value)); }
  std::optional<std::string_view> find(std::string_view name) const;  // the first
  std::string_view get(std::string_view name) const;                  // the first, or empty
  std::vector<std::string_view> all(std::string_view name) const;
  const std::vector<std::pair<std::string, std::string>>& pairs() const { return pairs_; }

 private:
  std::vector<std::pair<std::string, std::string>> pairs_;
};

// A file received in a multipart form, streamed to a temporary file that is removed with this object.
struct UploadedFile {
  std::string field;           // name of the form field
  std::string filename;        // as sent, path parts and control characters removed; may be empty
  std::string content_type;    // as sent; never trusted
  std::filesystem::path path;  // where the bytes are
  std::uint64_t size = 0;      // bytes received; above KernelLimits::file_bytes none of them was kept
  UploadedFile() = default;
  UploadedFile(UploadedFile&& other) noexcept;
  UploadedFile& operator=(UploadedFile&& other) noexcept;
  ~UploadedFile();  // unlinks `path`, if any
};

struct Request {
  Method method = Method::get;
  std::string path;    // percent-decoded, normalised, begins with '/'
  std::string target;  // as received
  Fields query;
  std::vector<std::pair<std::string, std::string>> headers;  // names in lower case
  std::string body;                                          // empty for forms: see `form` and `files`
  Fields form;                                               // urlencoded or multipart fields, valid UTF-8
  std::vector<UploadedFile> files;
  std::string remote_address;                // of the client; behind a declared proxy, the last untrusted hop
  bool secure = false;                       // TLS here or at the declared proxy
  std::vector<std::string> path_parameters;  // filled by the router, in order of the pattern

  std::string_view header(std::string_view lower_case_name) const;  // empty when absent
  std::string_view cookie(std::string_view name) const;             // empty when absent
  bool htmx() const { return header("hx-request") == "true"; }
};

struct Response {
  int status = 200;
  std::vector<std::pair<std::string, std::string>> headers;
  std::string body;
  std::string_view static_body = {};  // served without a copy when not empty (embedded assets)
  std::filesystem::path file = {};    // served from disk when not empty

  Response& header(std::string name, std::string value) {
    headers.emplace_back(std::move(name), std::move(value));
    return *this;
  }
};

Response redirect(std::string location);                                             // 303 See Other
Response html_response(int status, std::string body);                                // text/html; charset=utf-8
Response text_response(int status, std::string body);                                // text/plain; charset=utf-8
Response problem_json(int status, std::string_view title, std::string_view detail);  // RFC 9457

}  // namespace web
