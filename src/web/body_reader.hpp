// Internal to the kernel: a request's body, from the wire to the request's body, form and files, within the limits.
#pragma once

#include "web/request_parser.hpp"
#include "web/server.hpp"
#include "web/worker_hop.hpp"

namespace web {

class BodyReader {
 public:
  BodyReader(Server& server, Wire& wire, WorkerHop& worker, RequestParser& parser, Request& request)
      : server_(server), wire_(wire), worker_(worker), parser_(parser), request_(request) {}

  // Throws Refused, Gone.
  Awaitable<void> read();

 private:
  Awaitable<void> read_whole();      // in memory: urlencoded, JSON
  Awaitable<void> read_multipart();  // to files
  Awaitable<void> next_bytes();      // decodes what is there, or waits for more
  Awaitable<void> admit(std::uint64_t limit);
  SteadyTime next_deadline() const;

  Server& server_;
  Wire& wire_;
  WorkerHop& worker_;
  RequestParser& parser_;
  Request& request_;
  std::uint64_t limit_ = 0;
  std::uint64_t received_ = 0;  // bytes of the body, decoded
  SteadyTime begun_;
};

}  // namespace web
