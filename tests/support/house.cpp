#include "support/house.hpp"

#include <gtest/gtest.h>

#include "floor/identity/sessions.hpp"
#include "web/csrf.hpp"
#include "web/forms.hpp"

namespace support {
namespace {

constexpr std::uint64_t seed = 1;

platform::Settings settings(platform::Mode mode) {
  return {.mode = mode, .public_url = "https://mandat.example.fr", .server_key = "0123456789abcdef0123456789abcdef"};
}

}  // namespace

House::House(db::Engine engine, platform::Mode mode, std::optional<messages::Gateways> gateways)
    : database_(engine),
      clock_(base::instant_from_iso_utc("2026-11-23T09:00:00Z").value()),
      random_(seed),
      house_({.database = *database_,
              .clock = clock_,
              .random = random_,
              .gateways = gateways ? *gateways : messages::Gateways(transport_),
              .monotonic = [this] { return base::Duration{clock_.now().micros}; }},
             {.documents = folder_.path() / "documents",
              .settings = settings(mode),
              .hash_cost = identity::HashCost::for_tests(),
              .report = [this](const visit::Served& served) {
                const std::lock_guard lock(mutex_);
                served_.push_back(served);
              }}) {}

House::~House() { network_.reset(); }

web::Response House::handle(web::Request request) { return house_.dispatcher().handle(request); }

web::Response House::get(std::string_view path, const Person* by) {
  return handle(request_of(platform(), web::Method::get, path, by));
}

web::Response House::post(std::string_view path, const Person* by, const web::Fields& form) {
  return handle(request_of(platform(), web::Method::post, path, by, form));
}

std::uint16_t House::port() {
  if (!network_) {
    web::KernelOptions options;
    options.waits = [this](const web::Request& request) { return house_.dispatcher().waits(request); };
    options.waiters = 4;
    network_ = std::make_unique<Served>([this](web::Request& request) { return house_.dispatcher().handle(request); },
                                        std::move(options));
  }
  return network_->port();
}

void House::settle() {
  constexpr int most_rounds = 1000;
  for (int round = 0; round < most_rounds; ++round)
    if (house_.worker().run_once().idle()) return;
  FAIL() << "the worker always finds something to do";
}

web::Request request_of(platform::Platform& platform, web::Method method, std::string_view path, const Person* by,
                        const web::Fields& form) {
  web::Request request;
  request.method = method;
  request.target = path;
  const auto question = path.find('?');
  request.path = path.substr(0, question);
  if (question != std::string_view::npos) request.query = web::parse_form(path.substr(question + 1)).value();
  request.form = form;
  request.remote_address = "192.0.2.1";
  request.headers.emplace_back("sec-fetch-site", "same-origin");
  if (by == nullptr) return request;
  request.headers.emplace_back("cookie", "session=" + by->secret);
  if (method == web::Method::get || method == web::Method::head) return request;
  request.form.add(std::string(web::csrf_field),
                   web::csrf_token(platform.settings.server_key, identity::session_id(by->secret)));
  return request;
}

}  // namespace support
