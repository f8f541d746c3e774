import type { Sources } from "../controllers.js";
import type { NodeReach } from "./node-reach.js";

/**
 * The same sources for somebody who may know of some nodes only: the others are not there, wherever they are asked for, so that every
 * answer about one is that about a node that does not exist.
 */
export function limitSources(sources: Sources, isInReach: NodeReach): Sources {
  const { nodes, numbered, pins, logs, tails, past, defaultNode } = sources;
  const filtered = async <Entry extends { node: string }>(list: Promise<readonly Entry[]>) =>
    (await list).filter(({ node }) => isInReach(node));
  /** Surfaces ask first whether a node is there. */
  const requireReach = (node: string) => {
    if (!isInReach(node)) throw new Error("something was asked of a node that is out of the caller's reach");
  };
  const only = <Rest extends unknown[], Result>(act: (node: string, ...rest: Rest) => Result) => {
    return (node: string, ...rest: Rest): Result => {
      requireReach(node);
      return act(node, ...rest);
    };
  };
  return {
    ...sources,
    nodes: {
      read: async (node) => (isInReach(node) ? nodes.read(node) : undefined),
      async readEach(names) {
        const found = await nodes.readEach(names.filter(isInReach));
        const byName = new Map(names.filter(isInReach).map((node, index) => [node, found[index]]));
        return names.map((node) => byName.get(node));
      },
      firstReporting: async () => (await filtered(nodes.listReporting()))[0]?.node,
      listReporting: () => filtered(nodes.listReporting()),
      listAll: () => filtered(nodes.listAll()),
    },
    numbered: {
      number: () => filtered(numbered.number()),
      list: () => filtered(numbered.list()),
      numberOf: (device) => numbered.numberOf(device),
    },
    pins: { read: async (node, replace) => (isInReach(node) ? pins.read(node, replace) : undefined) },
    logs: {
      list: async (node) => (isInReach(node) ? logs.list(node) : []),
      page: (request) => only(() => logs.page(request))(request.node),
      after: only((...request) => logs.after(...request)),
      last: only((...request) => logs.last(...request)),
    },
    tails: {
      end: () => tails.end(),
      serve(response, request) {
        const isAllowed = () => isInReach(request.node) && (request.isAllowed?.() ?? true);
        return only(() => tails.serve(response, { ...request, isAllowed }))(request.node);
      },
    },
    past: {
      get keptMs() {
        return past.keptMs;
      },
      knownAt: (atMs, signal) => filtered(past.knownAt(atMs, signal)),
      async summariesAt(known, atMs, signal) {
        return past.summariesAt(
          known.filter(({ node }) => isInReach(node)),
          atMs,
          signal,
        );
      },
      nodeAt: async (node, atMs) => (isInReach(node) ? past.nodeAt(node, atMs) : undefined),
    },
    headlines: only(sources.headlines),
    refresh: only(sources.refresh),
    query: only(sources.query),
    control: only(sources.control),
    readSeries(request) {
      for (const node of request.nodes) requireReach(node);
      return sources.readSeries(request);
    },
    readCompleteness: only(sources.readCompleteness),
    readLogCompleteness: only(sources.readLogCompleteness),
    countEvents: only(sources.countEvents),
    // Whoever names no node means the first in reach, then.
    defaultNode: defaultNode !== undefined && isInReach(defaultNode) ? defaultNode : undefined,
  };
}
