package org.lightpath.platform.web;

import jakarta.annotation.Priority;
import jakarta.transaction.TransactionalException;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.Providers;

/** Takes a commit that failed before Jersey's own mapper does, which throws it on to the server. */
@Provider
@Priority(1)
public class FailedCommitMapper implements ExceptionMapper<TransactionalException> {

  @Context private Providers providers;

  @Override
  public Response toResponse(TransactionalException e) {
    return providers.getExceptionMapper(Throwable.class).toResponse(e);
  }
}
