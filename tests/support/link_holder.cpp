#include "support/link_holder.hpp"

#include "floor/messages/messages.hpp"
#include "support/files.hpp"

namespace support {
namespace {

std::string cookie_of(const web::Response& response) {
  for (const auto& [name, value] : response.headers)
    if (name == "Set-Cookie" && value.starts_with("espace-")) return value.substr(0, value.find(';'));
  return {};
}

web::Fields one(std::string name, std::string value) {
  web::Fields form;
  form.add(std::move(name), std::move(value));
  return form;
}

}  // namespace

int LinkHolder::open() {
  ask_for_code();
  return type(mailed_code());
}

int LinkHolder::ask_for_code() { return post("/code", one("acte", "envoyer")).status; }

int LinkHolder::type(std::string_view code) {
  const auto answer = post("/code", one("code", std::string(code)));
  if (const std::string cookie = cookie_of(answer); !cookie.empty()) cookie_ = cookie;
  return answer.status;
}

std::string LinkHolder::mailed_code() {
  return house_.database().read([&](db::Transaction& tx) -> std::string {
    for (const auto& message : messages::list(tx, {.limit = 200})) {
      if (message.subject != "Votre code d’accès") continue;
      const std::string body = messages::rendered_body(tx, message, house_.platform().settings);
      const auto digits = body.find_first_of("0123456789");
      return body.substr(digits, 8);
    }
    return {};
  });
}

web::Request LinkHolder::request(web::Method method, std::string_view part, const web::Fields& form) {
  auto made = request_of(house_.platform(), method, page_ + std::string(part), nullptr, form);
  if (!cookie_.empty()) made.headers.emplace_back("cookie", cookie_);
  return made;
}

web::Response LinkHolder::get(std::string_view part) { return house_.handle(request(web::Method::get, part)); }

web::Response LinkHolder::post(std::string_view part, const web::Fields& form) {
  return house_.handle(request(web::Method::post, part, form));
}

web::Response LinkHolder::post_as(const Person& by, std::string_view path) {
  auto made = request_of(house_.platform(), web::Method::post, path, &by);
  for (auto& [name, value] : made.headers)
    if (name == "cookie") value += "; " + cookie_;
  return house_.handle(std::move(made));
}

web::Response LinkHolder::upload(std::string_view part, std::string_view field, std::string_view filename,
                                 std::string_view bytes) {
  auto made = request(web::Method::post, part);
  made.files.push_back(uploaded(field, filename, bytes, house_.platform().documents.root()));
  return house_.handle(std::move(made));
}

web::Response upload(House& house, const Person& by, std::string_view path, std::string_view field,
                     std::string_view filename, std::string_view bytes) {
  auto made = request_of(house.platform(), web::Method::post, path, &by);
  made.files.push_back(uploaded(field, filename, bytes, house.platform().documents.root()));
  return house.handle(std::move(made));
}

}  // namespace support
