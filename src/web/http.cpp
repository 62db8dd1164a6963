#include "web/http.hpp"

#include <unistd.h>

#include <nlohmann/json.hpp>

#include "web/cookies.hpp"

namespace web {

std::string_view to_text(Method method) {
  switch (method) {
    case Method::get:
      return "GET";
    case Method::head:
      return "HEAD";
    case Method::post:
      return "POST";
    case Method::put:
      return "PUT";
    case Method::patch:
      return "PATCH";
    case Method::del:
      return "DELETE";
  }
  return {};
}

std::optional<std::string_view> Fields::find(std::string_view name) const {
  for (const auto& [key, value] : pairs_)
    if (key == name) return value;
  return std::nullopt;
}

std::string_view Fields::get(std::string_view name) const { return find(name).value_or(std::string_view{}); }

std::vector<std::string_view> Fields::all(std::string_view name) const {
  std::vector<std::string_view> values;
  for (const auto& [key, value] : pairs_)
    if (key == name) values.emplace_back(value);
  return values;
}

UploadedFile::UploadedFile(UploadedFile&& other) noexcept
    : field(std::move(other.field)),
      filename(std::move(other.filename)),
      content_type(std::move(other.content_type)),
      path(std::exchange(other.path, {})),
      size(std::exchange(other.size, 0)) {}

UploadedFile& UploadedFile::operator=(UploadedFile&& other) noexcept {
  field.swap(other.field);
  filename.swap(other.filename);
  content_type.swap(other.content_type);
  path.swap(other.path);  // what stood here is removed with `other`
  std::swap(size, other.size);
  return *this;
}

UploadedFile::~UploadedFile() {
  if (!path.empty()) ::unlink(path.c_str());  // absent when the document store has moved it
}

std::string_view Request::header(std::string_view lower_case_name) const {
  for (const auto& [name, value] : headers)
    if (name == lower_case_name) return value;
  return {};
}

std::string_view Request::cookie(std::string_view name) const {
  for (const auto& [header_name, value] : headers)
    if (header_name == "cookie")
      if (const auto found = find_cookie(value, name)) return *found;
  return {};
}

namespace {

Response typed(int status, std::string_view content_type, std::string body) {
  Response response;
  response.status = status;
  response.body = std::move(body);
  response.header("Content-Type", std::string(content_type));
  return response;
}

}  // namespace

Response redirect(std::string location) {
  Response response;
  response.status = 303;
  response.header("Location", std::move(location));
  return response;
}

Response html_response(int status, std::string body) {
  return typed(status, "text/html; charset=utf-8", std::move(body));
}

Response text_response(int status, std::string body) {
  return typed(status, "text/plain; charset=utf-8", std::move(body));
}

Response problem_json(int status, std::string_view title, std::string_view detail) {
  const nlohmann::json problem = {{"type", "about:blank"}, {"title", title}, {"status", status}, {"detail", detail}};
  return typed(status, "application/problem+json", problem.dump());
}

}  // namespace web
