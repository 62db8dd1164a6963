// From a request to its answer: finds the route's row, who calls, whether he may (P2), and calls the handler. Every
// answer leaves through here, with its security headers; exceptions are caught here, once.
#pragma once

#include <chrono>
#include <functional>
#include <span>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include "base/rule.hpp"
#include "floor/visit/route.hpp"
#include "floor/visit/site.hpp"
#include "web/path_table.hpp"

namespace visit {

inline constexpr base::Rule rules[] = {
    MANDAT_RULE("P2",
                "Each route declares who may call it; what is outside the caller's scope does not exist (404), "
                "what he may not do there is refused (403), what is in another state conflicts (409)"),
    MANDAT_RULE("P11.log",
                "What is written down of a request is its route's pattern: never the path, a parameter, a name"),
};

// The route table cannot be served: a row without permission, or the same one twice. Names the row.
class RouteError : public std::logic_error {
 public:
  using std::logic_error::logic_error;
};

// What is written down of a request: the row's pattern, never the path, which may hold a token (P11).
struct Served {
  web::Method method = web::Method::get;
  std::string_view pattern = {};  // empty: no row
  int status = 0;
  std::chrono::microseconds took{0};
  std::string incident = {};  // shown to the person too, when something broke
  std::string error = {};     // what broke
};

class Dispatcher {
 public:
  using Report = std::function<void(const Served&)>;  // called on any thread

  // The references must outlive the dispatcher. Throws RouteError.
  Dispatcher(platform::Platform& platform, const Site& site, std::vector<Route> routes, Report report);

  // Thread-safe; throws nothing but what `report` throws.
  web::Response handle(web::Request& request) const;
  // For what the kernel refuses before there is a request: 400, 408, 413, 431, 503…
  web::Response error_page(int status) const;

  // Whether the request's row is of Pace::waits; for web::KernelOptions::waits.
  bool waits(const web::Request& request) const;

  std::span<const Route> routes() const { return routes_; }  // outside demo mode, without those of the demo

 private:
  web::Response guarded(web::Request& request, Served& served) const;
  web::Response answer(web::Request& request, Served& served) const;
  web::Response answer(Visit& visit, const Route& route) const;

  platform::Platform& platform_;
  const Site& site_;
  std::vector<Route> routes_;
  Report report_;
  web::PathTable table_;
};

}  // namespace visit
