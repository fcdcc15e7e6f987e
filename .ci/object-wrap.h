// Read before every C++ file when better-sqlite3 is compiled for Node 24 (see sqlite.mjs).
//
// From 24.19 the class node::ObjectWrap registers a hook for every object and removes it in its destructor. The removal asks for the running
// context; when the garbage collector calls the destructor there is none, and the process aborts (nodejs/node#65446). These two overloads fit the
// class's own calls better than Node's functions do, so objects wrap as they did before 24.19. Everything else keeps Node's functions.
#include <node.h>

namespace node {
class ObjectWrap;
inline void AddEnvironmentCleanupHook(v8::Isolate*, void (*)(void*), ObjectWrap*) {}
inline void RemoveEnvironmentCleanupHook(v8::Isolate*, void (*)(void*), ObjectWrap*) {}
}  // namespace node
