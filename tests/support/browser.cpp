#include "support/browser.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <stdexcept>

#include "support/page_scan.hpp"
#include "web/percent.hpp"

namespace support {

namespace {

constexpr std::string_view boundary = "----MandatTestBoundary7MA4YWxk";

std::string urlencoded(const Values& fields) {
  std::string text;
  for (const auto& [name, value] : fields) {
    if (!text.empty()) text += '&';
    text += web::encode_percent(name) + '=' + web::encode_percent(value);
  }
  return text;
}

std::string multipart(const Values& fields, const std::vector<FileChoice>& files) {
  std::string body;
  for (const auto& [name, value] : fields)
    body += fmt::format("--{}\r\nContent-Disposition: form-data; name=\"{}\"\r\n\r\n{}\r\n", boundary, name, value);
  for (const FileChoice& file : files)
    body += fmt::format(
        "--{}\r\nContent-Disposition: form-data; name=\"{}\"; filename=\"{}\"\r\nContent-Type: {}\r\n\r\n{}\r\n",
        boundary, file.field, file.filename, file.content_type, file.bytes);
  return body + fmt::format("--{}--\r\n", boundary);
}

bool has_token(const Values& fields) {
  return std::any_of(fields.begin(), fields.end(), [](const auto& field) { return field.first == "_jeton"; });
}

std::string without_query(std::string_view action) { return std::string(action.substr(0, action.find('?'))); }

}  // namespace

std::string Page::header(std::string_view lower_case_name) const {
  for (const auto& [name, value] : headers)
    if (name == lower_case_name) return value;
  return {};
}

std::string Page::text() const { return text_of_html(body); }

bool Page::shows(std::string_view wanted) const { return text().find(as_typed(wanted)) != std::string::npos; }

std::vector<PageForm> Page::forms() const { return forms_of_html(body, path); }

PageForm Page::form(std::string_view name) const {
  std::optional<PageForm> found;
  for (PageForm& each : forms()) {
    if (each.id != name && without_query(each.action) != name) continue;
    if (found) throw std::runtime_error(fmt::format("several forms {} in {}", name, path));
    found = std::move(each);
  }
  if (!found) throw std::runtime_error(fmt::format("no form {} in {} ({})", name, path, status));
  return *std::move(found);
}

std::string Page::hidden(std::string_view field) const {
  for (const PageForm& each : forms())
    for (const auto& [name, value] : each.fields)
      if (name == field) return value;
  return {};
}

Page Browser::get(std::string_view path) { return exchange(head("GET", path) + "\r\n", "GET", path); }

Page Browser::post_form(std::string_view path, Values fields) {
  if (!token_.empty() && !has_token(fields)) fields.emplace_back("_jeton", token_);
  return send("POST", path, "application/x-www-form-urlencoded", urlencoded(fields));
}

Page Browser::post_multipart(std::string_view path, Values fields, const std::vector<FileChoice>& files) {
  if (!token_.empty() && !has_token(fields)) fields.emplace_back("_jeton", token_);
  return send("POST", path, fmt::format("multipart/form-data; boundary={}", boundary), multipart(fields, files));
}

Page Browser::submit(const Page& page, std::string_view form_name, const Values& changes,
                     const std::vector<FileChoice>& files) {
  PageForm form = page.form(form_name);
  for (const auto& [name, value] : changes)
    std::erase_if(form.fields, [&, &changed = name](const auto& field) { return field.first == changed; });
  form.fields.insert(form.fields.end(), changes.begin(), changes.end());
  if (form.method == "get") return get(without_query(form.action) + "?" + urlencoded(form.fields));
  return form.multipart ? post_multipart(form.action, std::move(form.fields), files)
                        : post_form(form.action, std::move(form.fields));
}

Page Browser::follow(const Page& page) {
  Page current = page;
  for (int i = 0; i < 10 && current.status >= 301 && current.status <= 308 && !current.location().empty(); ++i)
    current = get(current.location());
  return current;
}

Page Browser::send(std::string_view method, std::string_view path, std::string_view content_type,
                   std::string_view body) {
  const std::string request = head(method, path) + fmt::format("Content-Type: {}\r\nContent-Length: {}\r\n\r\n{}",
                                                               content_type, body.size(), body);
  return exchange(request, method, path);
}

std::string Browser::cookie(std::string_view name) const {
  const auto found = cookies_.find(name);
  return found == cookies_.end() ? std::string() : found->second;
}

std::string Browser::head(std::string_view method, std::string_view path) const {
  std::string text = fmt::format("{} {} HTTP/1.1\r\nHost: 127.0.0.1:{}\r\n", method, path, port_);
  if (method != "GET" && method != "HEAD") text += fmt::format("Origin: http://127.0.0.1:{}\r\n", port_);
  for (const auto& [name, value] : headers_) text += fmt::format("{}: {}\r\n", name, value);
  if (cookies_.empty()) return text;
  text += "Cookie: ";
  for (auto cookie = cookies_.begin(); cookie != cookies_.end(); ++cookie)
    text += fmt::format("{}{}={}", cookie == cookies_.begin() ? "" : "; ", cookie->first, cookie->second);
  return text + "\r\n";
}

Page Browser::exchange(const std::string& request, std::string_view method, std::string_view path) {
  const bool reused = connection_ != nullptr;
  if (!reused) connection_ = std::make_unique<RawClient>(port_);
  connection_->send(request);
  auto answer = connection_->answer(method, std::chrono::seconds(60));
  if (!answer && reused) {  // the server had closed the idle connection
    connection_ = std::make_unique<RawClient>(port_);
    connection_->send(request);
    answer = connection_->answer(method, std::chrono::seconds(60));
  }
  if (!answer) throw std::runtime_error(fmt::format("no answer to {} {}", method, path));
  if (answer->header("connection") == "close") connection_.reset();
  keep_cookies(*answer);

  Page page{answer->status, std::string(path), std::move(answer->headers), std::move(answer->body)};
  if (std::string token = page.hidden("_jeton"); !token.empty()) token_ = std::move(token);
  return page;
}

void Browser::keep_cookies(const RawAnswer& answer) {
  for (const auto& [name, value] : answer.headers) {
    if (name != "set-cookie") continue;
    const std::string pair = value.substr(0, value.find(';'));
    const std::size_t equals = pair.find('=');
    const bool forgotten = value.find("Max-Age=0") != std::string::npos;
    if (forgotten)
      cookies_.erase(pair.substr(0, equals));
    else
      cookies_[pair.substr(0, equals)] = pair.substr(equals + 1);
  }
}

}  // namespace support
