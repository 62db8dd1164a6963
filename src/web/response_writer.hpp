// Internal to the kernel: an answer on the wire.
#pragma once

#include <memory>
#include <optional>
#include <string>

#include "web/server.hpp"
#include "web/worker_hop.hpp"

namespace web {

enum class AfterAnswer { keep_open, close };

class ResponseWriter {
 public:
  ResponseWriter(const Server& server, Wire& wire, WorkerHop& worker);
  ~ResponseWriter();

  // Opens the answer's file, if it has one. Called on a worker, before write(). Throws std::system_error.
  void open_file(const Response& response);

  // The head and the beginning of the body go in one write. Throws Gone.
  Awaitable<void> write(const Response& response, bool without_body, AfterAnswer after);

 private:
  class FileSource;

  void write_head(const Response& response, std::optional<std::uint64_t> length, AfterAnswer after);
  Awaitable<void> send(std::string_view head, std::string_view body);
  Awaitable<void> send_text(std::string_view body);
  Awaitable<void> send_file();

  const Server& server_;
  Wire& wire_;
  WorkerHop& worker_;
  std::unique_ptr<FileSource> file_;
  std::string head_;  // kept from one answer to the next: its memory serves again
};

}  // namespace web
